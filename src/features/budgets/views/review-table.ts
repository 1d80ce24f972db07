import type { ReviewMeasure } from "../rules/record/budget-events.ts";
import { type Shown, type Table, tableOf, text } from "./shown.ts";

/** What a review compared: each measure for the practice and its peers. */
export function measuresTable(measures: readonly ReviewMeasure[]): Table {
  const figure = (millionths: number): Shown => ({ kind: "ratio", millionths });
  return tableOf({
    id: "measures",
    caption: "What was compared",
    counted: ["measure", "measures"],
    rows: measures,
    rowKey: ({ kind, measure }) => `${kind} ${measure}`,
    columns: [
      { key: "measure", heading: "Measure", show: ({ kind, measure }) => text(measure, undefined, kind) },
      { key: "practice", heading: "The practice", figure: true, show: ({ practice }) => figure(practice) },
      { key: "peers", heading: "Its peers", figure: true, show: ({ peers }) => figure(peers) },
    ],
  });
}
