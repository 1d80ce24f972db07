import type { Sight } from "#platform/access/sight.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import type { BudgetKey } from "./budget-book.ts";
import { envelopeLines } from "./models/stated.ts";
import type { Component, Envelope, EnvelopeLine, Level, Method, Purpose, Service } from "./rules/envelope.ts";

/** The envelope of a PCT for a year as files in sight state it; nothing where none does. */
export async function readEnvelope(
  engine: Engine,
  lake: Lake,
  key: BudgetKey,
  sight: Sight,
): Promise<Envelope | undefined> {
  const files = await lake.files({ dataset: "envelope", sight, owners: [key.pct] });
  const rows = await engine.query(envelopeLines, { files: { envelopes: files }, values: { ...key } });
  if (rows.length === 0) return undefined;
  return {
    ...key,
    lines: rows.map(
      ({ line, label, service, amount_pence, method, activities, component, level, purpose }): EnvelopeLine => ({
        id: line,
        label,
        service: service as Service,
        amount: amount_pence,
        method: methodOf(method as Method["kind"], activities, component as Component | null),
        level: level as Level,
        purpose: purpose as Purpose,
      }),
    ),
  };
}

function methodOf(kind: Method["kind"], activities: string | null, component: Component | null): Method {
  switch (kind) {
    case "historic-activity":
      return { kind, activities: (activities ?? "").split(" ").filter((each) => each !== "") };
    case "weighted-capitation":
      return component === null ? { kind } : { kind, component };
    case "prescribing-formula":
    case "per-head":
    case "held":
      return { kind };
  }
}
