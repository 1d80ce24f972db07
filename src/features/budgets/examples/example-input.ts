import { type Explanation, given } from "#kernel/explanation.ts";
import { type Day, day, financialYear, type Month, month } from "#kernel/period.ts";
import type { BaselineMonth, BudgetInput, LastYearLine, PracticeInput } from "../rules/budget-input.ts";
import type { EnvelopeLine } from "../rules/envelope.ts";
import { RULES_2007 } from "./example-rules.ts";

/** October 2005 to September 2006, the history of a 2007/08 budget. */
export const WINDOW_2007: readonly Month[] = [
  ...["2005-10", "2005-11", "2005-12", "2006-01", "2006-02", "2006-03"],
  ...["2006-04", "2006-05", "2006-06", "2006-07", "2006-08", "2006-09"],
].map(month);

const NEED = ["acute", "community", "mental-health", "maternity", "primary-care", "overall"] as const;

/** A year of hospital care that costs the same every month: pounds a month, repriced by a tenth. */
export function steadyBaseline(poundsAMonth: number, activity = "admitted"): readonly BaselineMonth[] {
  return WINDOW_2007.map((each) => ({
    activity,
    month: each,
    ownYear: poundsAMonth * 100,
    budgetYear: poundsAMonth * 110,
    origin: { kind: "activity", keys: { activity, month: each } },
  }));
}

/** What a practice had last year for hospital care, in whole pounds. */
export function lastYearOf(pounds: number): readonly LastYearLine[] {
  return [{ line: "acute", label: "Hospital care", service: "acute", devolved: pounds * 100, blockedBack: 0 }];
}

/** A need index in millionths, with a caution where it is a fallback. */
export function needIndex(millionths: number, caution?: string): Explanation {
  return given(
    { id: "need", label: "Index of need", ...(caution !== undefined && { caution }) },
    "millionths",
    millionths,
  );
}

/** A list in prescribing units. */
export function unitsOf(units: number): Explanation {
  return given({ id: "units", label: "Prescribing units" }, "millionths", units * 1_000_000);
}

/** An open practice with 10,000 patients of average need, 100,000 pounds of care a month and nothing odd. */
export function examplePractice(code: string, more: Partial<PracticeInput> = {}): PracticeInput {
  return {
    code,
    name: `Practice ${code}`,
    group: { code: "G01", name: "North Fen group" },
    list: { value: 10_000 },
    need: Object.fromEntries(NEED.map((component) => [component, needIndex(1_000_000)])),
    prescribingUnits: unitsOf(30_000),
    baseline: steadyBaseline(100_000),
    prescribingSpend: { value: 100_000_000 },
    lastYear: lastYearOf(1_300_000),
    ...more,
  };
}

/** A line in whole pounds, acute by history at practices unless said otherwise. */
export function exampleLine(id: string, pounds: number, more: Partial<EnvelopeLine> = {}): EnvelopeLine {
  return {
    id,
    label: `Line ${id}`,
    service: "acute",
    amount: pounds * 100,
    method: { kind: "historic-activity", activities: ["admitted"] },
    level: "practice",
    purpose: "care",
    ...more,
  };
}

/** Lines of every sort that together cover the least scope. */
export const EXAMPLE_LINES: readonly EnvelopeLine[] = [
  exampleLine("acute", 3_000_000),
  exampleLine("prescribing", 2_100_000, { service: "prescribing", method: { kind: "prescribing-formula" } }),
  exampleLine("community", 400_000, { service: "community", method: { kind: "weighted-capitation" }, level: "group" }),
  exampleLine("mental-health", 500_000, { service: "mental-health", method: { kind: "per-head" } }),
  exampleLine("high-cost", 200_000, { method: { kind: "held" }, level: "wider", purpose: "high-cost" }),
  exampleLine("management", 150_000, {
    service: "central-management",
    method: { kind: "held" },
    level: "pct",
    purpose: "management",
  }),
];

/** Two alike practices of a PCT in 2007/08 with lines of every sort. */
export function exampleInput(more: Partial<BudgetInput> = {}): BudgetInput {
  return {
    pct: { code: "5QX", name: "West Fen PCT" },
    envelope: { pct: "5QX", year: financialYear("2007/08"), lines: EXAMPLE_LINES },
    asAt: day("2007-04-01"),
    lastYear: { total: { value: 600_000_000 }, prescribing: { value: 200_000_000 } },
    practices: [examplePractice("X81001"), examplePractice("X81002")],
    reviews: [],
    rules: RULES_2007,
    ...more,
  };
}

/** The day before a year's budgets start, when a practice of these examples closes. */
export const CLOSED_ON: Day = day("2007-03-31");
