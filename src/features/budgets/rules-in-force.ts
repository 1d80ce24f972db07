import type { Rulebook } from "#features/rulebook/index.ts";
import type { Day } from "#kernel/period.ts";
import type { BudgetRules } from "./rules/budget-rules.ts";

/** Every rule that a budget run applies, as it stands for a place on a day. Throws a RangeError for one nobody has set. */
export function rulesInForce(rulebook: Rulebook, place: string, on: Day): BudgetRules {
  const riskPoolRate = rulebook.find(place, "risk-pool.contribution", on);
  return {
    historicWindow: rulebook.inForce(place, "budget.historic-window", on),
    prescribingUplift: rulebook.inForce(place, "prescribing.uplift", on),
    prescribingHistoryShare: rulebook.inForce(place, "prescribing.history-share", on),
    ...(riskPoolRate && { riskPoolRate }),
    fairShareTolerance: rulebook.inForce(place, "fair-share.tolerance", on),
    largestShift: rulebook.inForce(place, "fair-share.largest-shift", on),
    fairShareExcludes: rulebook.inForce(place, "fair-share.excludes", on),
    needComponentOfLine: rulebook.inForce(place, "need.component-of-line", on),
    minimumScope: rulebook.inForce(place, "budget.minimum-scope", on),
    noDeficitTopSlice: rulebook.inForce(place, "budget.no-deficit-top-slice", on),
    noFreedUpDeduction: rulebook.inForce(place, "budget.no-freed-up-deduction", on),
  };
}
