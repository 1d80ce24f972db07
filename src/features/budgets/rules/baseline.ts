import { type Explanation, workedOut } from "#kernel/explanation.ts";
import type { Month } from "#kernel/period.ts";
import type { BaselineMonth } from "./budget-input.ts";
import type { HistoricMonths } from "./historic-window.ts";
import type { Standing } from "./standing.ts";
import { stated } from "./stated.ts";

/** At whose prices activity is costed. */
export type PriceYear = "ownYear" | "budgetYear";

const NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const IN_WORDS = { ownYear: "at the prices of its own year", budgetYear: "at the budget year's prices" } as const;

interface Row {
  readonly id: string;
  readonly label: string;
  readonly row: BaselineMonth;
}

/** The same activity at both prices. */
export type Baseline = { readonly [P in PriceYear]: Explanation };

/**
 * What the practice's patients used in the window: the two half-years, each by month and kind of activity, those of merged
 * practices included. Source: 003 ¶A1-5.
 */
export function baselineOf(standing: Standing, activities: readonly string[], window: HistoricMonths): Baseline {
  const rows = rowsOf(standing, activities);
  const caution = gapIn(rows, window);
  const halves = (["earlier", "later"] as const).map((id) => {
    const { year, months } = window[id];
    const label = `${id === "earlier" ? "Last" : "First"} months of ${year}`;
    return { id, label, rows: rows.filter(({ row }) => months.includes(row.month)) };
  });
  const at = (prices: PriceYear): Explanation =>
    workedOut(
      { id: "activity", label: `Activity ${IN_WORDS[prices]}`, ...(caution !== undefined && { caution }) },
      "pence",
      "sum",
      halves.map(({ id, label, rows: own }) => workedOut({ id, label }, "pence", "sum", own.map(leafAt(prices)))),
    );
  return { ownYear: at("ownYear"), budgetYear: at("budgetYear") };
}

/** Months of the window, in order. */
export function monthsIn({ earlier, later }: HistoricMonths): readonly Month[] {
  return [...earlier.months, ...later.months];
}

/** Rows of the kinds asked for, in the order of their ids: by month, kind and practice. */
function rowsOf({ practice, predecessors }: Standing, activities: readonly string[]): readonly Row[] {
  const rows = [practice, ...predecessors].flatMap(({ code, baseline }) =>
    baseline
      .filter(({ activity }) => activities.includes(activity))
      .map((row): Row => {
        const isOwn = code === practice.code;
        const id = `${row.month}.${row.activity}${isOwn ? "" : `.${code}`}`;
        const label = `${inWords(row.month)}, ${row.name ?? row.activity}${isOwn ? "" : `, from ${code}, since merged`}`;
        return { id, label, row };
      }),
  );
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function leafAt(prices: PriceYear): (row: Row) => Explanation {
  return ({ id, label, row }) => stated({ id, label }, "pence", { ...row, value: row[prices] });
}

function gapIn(rows: readonly Row[], window: HistoricMonths): string | undefined {
  const held = new Set(rows.map(({ row }) => row.month));
  const months = monthsIn(window).filter((month) => held.has(month)).length;
  return months === 0 || months === 12 ? undefined : `Activity was found in ${months} of the 12 months only.`;
}

function inWords(month: Month): string {
  return `${NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}
