import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { hashOf } from "#platform/files/content-store.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { refusalWords } from "../refusals.ts";
import { canonicalJson } from "../rules/canonical-json.ts";
import type { Envelope } from "../rules/envelope.ts";
import { checkEnvelope } from "../rules/envelope-check.ts";
import { rulesFor } from "../rules-for.ts";
import { envelopeTable } from "../views/envelope-table.ts";
import { askedFile } from "../views/table-file.ts";
import { EnvelopeView } from "./envelope.view.tsx";
import { around, frameOf, subjectOf, trailTo } from "./frame.ts";
import { doneAt } from "./pct.page.tsx";
import { refusedForm, wrong } from "./refused.ts";

const PATH = "/money/pct/:code/:year/envelope";
const CONFIRM = "confirm-";

/** States the envelope that was loaded, or shows what stands in the way. Source: 003 ¶A1-8, ¶A1-22. */
export function envelopePages(desk: BudgetsDesk): readonly Page<BudgetPermission>[] {
  return [envelopeShown(desk), envelopeStated(desk)];
}

const reads = z.looseObject({ seen: z.string() });

function envelopeShown(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return page(PATH, { permission: "budgets.state", subject }, async (visit) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const { envelope: before } = await desk.book.state(frame.key);
    const loaded = await desk.loadedEnvelope(frame.key, visit.sight);
    const table = loaded && envelopeTable(loaded, before);
    const file = table && askedFile(`${visit.params.code}-${visit.params.year}`, [table], visit.query);
    if (file !== undefined) return file;
    const found = loaded && (await findings(desk, loaded));
    return {
      title: `State the envelope of ${frame.place.name} for ${frame.year}`,
      ...around(desk, frame),
      trail: trailTo(frame, true),
      body: (
        <EnvelopeView
          name={frame.place.name}
          year={frame.year}
          action={visit.path}
          standing={{ path: visit.path, query: visit.query }}
          isRestated={before !== undefined}
          table={table}
          seen={loaded === undefined ? "" : fingerprint(loaded)}
          findings={found ?? { refused: [], questioned: [] }}
          problems={visit.problems}
          entered={visit.entered}
        />
      ),
    };
  });
}

function envelopeStated(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return form(PATH, { permission: "budgets.state", subject, reads }, async (visit, values) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const envelope = await desk.loadedEnvelope(frame.key, visit.sight);
    if (envelope === undefined)
      return wrong(undefined, "No envelope is loaded for the year. Load an envelope file first.");
    if (fingerprint(envelope) !== values.seen) {
      return wrong(
        undefined,
        "Another envelope was loaded since this page was opened. Look over the lines below and state them again.",
      );
    }
    const found = await rulesFor(desk, frame.key);
    if ("missing" in found) return wrong(undefined, found.missing);
    const on = dayInLondon(visit.now);
    const confirmed = confirmedIn(values);
    const decision = await desk.book.perform(
      frame.key,
      { kind: "state-envelope", on, envelope, confirmed, rules: found.rules },
      visit.by,
    );
    if (!isRefused(decision)) return redirect(doneAt(frame, "envelope"));
    return refusedForm(decision.refused, ({ code, facts }) =>
      code === "label-questioned" ? `${CONFIRM}${facts?.line}` : undefined,
    );
  });
}

function confirmedIn(values: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    name.startsWith(CONFIRM) && value === "yes" ? [name.slice(CONFIRM.length)] : [],
  );
}

/** What tells one loaded envelope from another, so that nobody states lines they have not seen. */
function fingerprint(envelope: Envelope): string {
  return hashOf(Buffer.from(canonicalJson(envelope)));
}

/** What the rules say of the loaded lines, before they are stated. */
async function findings(desk: BudgetsDesk, envelope: Envelope) {
  const found = await rulesFor(desk, envelope);
  if ("missing" in found) return { refused: [found.missing], questioned: [] };
  const { refused, questioned } = checkEnvelope(envelope, found.rules);
  const labels = new Map(envelope.lines.map(({ id, label }) => [id, label]));
  return {
    refused: refused.map(refusalWords),
    questioned: questioned.map((question) => {
      const line = String(question.facts?.line);
      return { name: `${CONFIRM}${line}`, label: labels.get(line) ?? line, words: refusalWords(question) };
    }),
  };
}
