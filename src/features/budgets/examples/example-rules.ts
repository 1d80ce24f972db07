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
    "budget.historic-window",
    { earlierYearsBack: 2, earlierLastMonths: 6, laterYearsBack: 1, laterFirstMonths: 6 },
    "A1-5",
  ),
  prescribingUplift: cited("prescribing.uplift", 290, "A1-6", "hertfordshire"),
  prescribingHistoryShare: cited("prescribing.history-share", 0, "A1-6"),
  riskPoolRate: cited("risk-pool.contribution", 500, "3-3", "hertfordshire"),
  fairShareTolerance: cited("fair-share.tolerance", 1000, "A1-13"),
  largestShift: cited("fair-share.largest-shift", 100, "A1-16"),
  fairShareExcludes: cited("fair-share.excludes", ["prescribing"], "A1-18"),
  needComponentOfLine: cited(
    "need.component-of-line",
    {
      acute: "acute",
      maternity: "maternity",
      "mental-health": "mental-health",
      community: "community",
      prescribing: "prescribing",
      "primary-care": "primary-care",
      other: "overall",
      "central-management": "overall",
    },
    "A1-12",
  ),
  minimumScope: cited("budget.minimum-scope", ["acute", "prescribing", "community", "mental-health"], "A1-11"),
  noDeficitTopSlice: cited("budget.no-deficit-top-slice", true, "A1-22"),
  noFreedUpDeduction: cited("budget.no-freed-up-deduction", true, "A1-8"),
};
