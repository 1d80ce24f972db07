import type { Cited } from "#kernel/cited.ts";
import { day } from "#kernel/period.ts";
import type { BudgetRules } from "../rules/budget-rules.ts";

/** A rule of 2007/08 as the rulebook would cite it. */
export function cited<T>(rule: string, value: T, paragraph: string, place = "england"): Cited<T> {
  return { value, rule, place, from: day("2007-04-01"), source: { document: "003", paragraph } };
}

/** The rules that seed 003 gives for 2007/08, with the uplift of prescribing made up, since no source states one. */
export const RULES_2007: BudgetRules = {
  historicWindow: cited(
    "budgets.historic-window",
    { earlierYearsBack: 2, earlierLastMonths: 6, laterYearsBack: 1, laterFirstMonths: 6 },
    "A1-5",
  ),
  prescribingUplift: cited("budgets.prescribing-uplift", 290, "A1-6", "hertfordshire"),
  prescribingHistoryShare: cited("budgets.prescribing-history-share", 0, "A1-6"),
  riskPoolRate: cited("budgets.risk-pool", 500, "3-3", "hertfordshire"),
  fairShareTolerance: cited("fair-share.tolerance", 1000, "A1-13"),
  largestShift: cited("fair-share.largest-shift", 100, "A1-16"),
  fairShareScope: cited("fair-share.scope", ["acute", "maternity", "community", "mental-health"], "A1-18"),
  minimumScope: cited("budgets.minimum-scope", ["acute", "prescribing", "community", "mental-health"], "A1-11"),
  noDeficitTopSlice: cited("budgets.no-deficit-top-slice", true, "A1-22"),
  noFreedUpDeduction: cited("budgets.no-freed-up-deduction", true, "A1-8"),
};
