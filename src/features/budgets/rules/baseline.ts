import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import type { Month } from "#kernel/period.ts";
import type { BaselineMonth } from "./budget-input.ts";
import type { HistoricMonths } from "./historic-window.ts";
import type { Standing } from "./standing.ts";

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

interface Row extends BaselineMonth {
  readonly from: string;
}

/**
 * What the practice's patients used in the window, at one year's prices: the two half-years, each by month and kind of
 * activity, those of merged practices included. Source: 003 ¶A1-5.
 */
export function baselineOf(
  standing: Standing,
  activities: readonly string[],
  window: HistoricMonths,
  prices: PriceYear,
): Explanation {
  const rows = rowsOf(standing).filter(({ activity }) => activities.includes(activity));
  const half = (id: "earlier" | "later", ordinal: string): Explanation => {
    const { year, months } = window[id];
    const own = rows.filter(({ month }) => months.includes(month));
    const label = `${ordinal} months of ${year}`;
    return workedOut({ id, label }, "pence", "sum", own.map(leaf(standing.practice.code, prices)));
  };
  const caution = gapIn(rows, window);
  return workedOut(
    { id: "activity", label: `Activity ${IN_WORDS[prices]}`, ...(caution !== undefined && { caution }) },
    "pence",
    "sum",
    [half("earlier", "Last"), half("later", "First")],
  );
}

/** Months of the window, in order. */
export function monthsIn({ earlier, later }: HistoricMonths): readonly Month[] {
  return [...earlier.months, ...later.months];
}

function rowsOf({ practice, predecessors }: Standing): readonly Row[] {
  return [practice, ...predecessors]
    .flatMap(({ code, baseline }) => baseline.map((row) => ({ ...row, from: code })))
    .toSorted((a, b) => compare(a.month, b.month) || compare(a.activity, b.activity) || compare(a.from, b.from));
}

function leaf(practice: string, prices: PriceYear): (row: Row) => Explanation {
  return ({ from, activity, month, origin, [prices]: cost }) => {
    const taken = from === practice ? "" : `, from ${from}, since merged`;
    const id = [month, activity, ...(from === practice ? [] : [from])].join(".");
    return given({ id, label: `${inWords(month)}, ${activity}${taken}`, ...(origin && { origin }) }, "pence", cost);
  };
}

function gapIn(rows: readonly Row[], window: HistoricMonths): string | undefined {
  const held = new Set(rows.map(({ month }) => month));
  const months = monthsIn(window).filter((month) => held.has(month)).length;
  return months === 0 || months === 12 ? undefined : `Activity was found in ${months} of the 12 months only.`;
}

function inWords(month: Month): string {
  return `${NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
