import type { FinancialYear, Month } from "#kernel/period.ts";
import { gridOf, placeOf } from "#platform/disclosure/grid.ts";
import type { Shown } from "#platform/disclosure/published.ts";
import { type CsvCell, csvText } from "#platform/files/csv.ts";
import { nameOfActivity } from "../rules/point-of-delivery.ts";
import type { ReleasedContent, ReleasedYear } from "./released-content.ts";

const COLUMNS = {
  practice: "Code of the practice; all for the PCT",
  practice_name: "Its name on the day of release",
  point_of_delivery: "How care was given; all for every kind",
  point_of_delivery_name: "The same in words",
  month: "The month, or the financial year for all of its months here",
  count: "Rows of care counted; * where suppressed",
  cost_pounds: "Their cost at the prices of the year; empty where the count, or any that it adds up, is suppressed",
} as const;

/** A year of a release as rows: every cell of its table, totals too, exactly as the page shows them. */
export function releasedCsv({ names, pct }: ReleasedContent, { year, counts, pence }: ReleasedYear): string {
  const { dimensions, cells } = counts;
  const grid = gridOf(dimensions);
  const codeAt = (cell: number, dimension: number): string | undefined =>
    dimensions[dimension]?.codes[placeOf(grid, cell, dimension)];
  const rows = cells.map((shown, cell): readonly CsvCell[] => {
    const [practice, point, month] = [codeAt(cell, 0), codeAt(cell, 1), codeAt(cell, 2)];
    return [
      ...[practice ?? "all", names[practice ?? pct] ?? ""],
      ...[point ?? "all", point === undefined ? "Every kind" : nameOfActivity(point)],
      ...[month ?? year, countCell(shown), moneyCell(pence[cell])],
    ];
  });
  return csvText([Object.keys(COLUMNS), ...rows]);
}

function countCell(shown: Shown): CsvCell {
  return typeof shown === "number" ? shown : "*";
}

function moneyCell(pence: number | null | undefined): CsvCell {
  return typeof pence === "number" ? { value: pence, places: 2 } : "";
}

/** What stands beside the file of a year: what it holds, how it was protected, and what its columns and marks mean. */
export function releasedMetadata(content: ReleasedContent, { year, counts }: ReleasedYear, release: string): string {
  const { pct, names, on, snapshot, profile } = content;
  const about = {
    "@context": "http://www.w3.org/ns/csvw",
    url: fileName(content, year),
    "dc:title": `Activity of ${names[pct] ?? pct}, ${year}`,
    "dc:issued": on,
    "dc:identifier": release,
    "dc:source": `snapshot ${snapshot}`,
    "dc:description": `${profile.sentence} ${MARKS} Source of the rule: ${profile.source}.`,
    months: counts.dimensions[2]?.codes as readonly Month[],
    tableSchema: {
      columns: Object.entries(COLUMNS).map(([name, description]) => ({ name, "dc:description": description })),
    },
    null: ["*", ""],
  };
  return `${JSON.stringify(about, null, 2)}\n`;
}

/** What the marks of a release mean. */
export const MARKS =
  "A suppressed count is small, or would give a small one away; which of the two is not told. Zero means none.";

/** What the file of a year is called. */
export function fileName({ pct }: ReleasedContent, year: FinancialYear): string {
  return `released-activity-${pct}-${year.replace("/", "-")}.csv`;
}
