import { nameOfActivity } from "#features/activity/index.ts";
import type { Envelope, EnvelopeLine, Method } from "../rules/envelope.ts";
import { absent, money, type Table, tableOf, text } from "./shown.ts";
import { LEVEL_WORDS } from "./words.ts";

/** An envelope as it would be stated, each line beside what was stated before. */
export function envelopeTable(envelope: Envelope, before: Envelope | undefined): Table {
  const old = new Map(before?.lines.map((line) => [line.id, line.amount]));
  return tableOf({
    id: "envelope",
    caption: `Envelope of ${envelope.pct}, ${envelope.year}`,
    counted: ["line", "lines"],
    rows: envelope.lines,
    rowKey: ({ id }) => id,
    columns: [
      { key: "line", heading: "Line", show: ({ id, label }) => text(label, undefined, id) },
      {
        key: "before",
        heading: "Stated before",
        unit: "£",
        adds: true,
        pence: true,
        show: ({ id }) => moneyOr(old.get(id)),
      },
      { key: "amount", heading: "Amount", unit: "£", adds: true, pence: true, show: ({ amount }) => money(amount) },
      { key: "method", heading: "How it is worked out", show: ({ method }) => text(methodWords(method)) },
      { key: "level", heading: "Commissioned by", show: ({ level }) => text(LEVEL_WORDS[level]) },
      {
        key: "purpose",
        heading: "What it is for",
        show: (line: EnvelopeLine) => text(line.purpose.replaceAll("-", " ")),
      },
    ],
  });
}

function moneyOr(amount: number | undefined) {
  return amount === undefined ? absent("not applicable") : money(amount);
}

/** How a line will be worked out, before there is a run. */
function methodWords(method: Method): string {
  switch (method.kind) {
    case "historic-activity":
      return `history: ${method.activities.map(nameOfActivity).join("; ")}`;
    case "weighted-capitation":
      return method.component === undefined ? "weighted capitation" : `weighted capitation, ${method.component}`;
    case "prescribing-formula":
      return "prescribing formula";
    case "per-head":
      return "per head";
    case "held":
      return "held, blocked back";
  }
}
