import type { Cited } from "#kernel/cited.ts";
import { type Explanation, given, workedOut } from "#kernel/explanation.ts";

/**
 * What a practice puts in the risk pool: a rate of the budget it could otherwise plan with, nought where that is nothing.
 * Source: 003 ¶A1-25 (3-5% nationally), ¶3-3 (5% in Hertfordshire).
 */
export function poolContribution(available: Explanation, cited: Cited<number>): Explanation {
  const sentence = "Practices put this part of their indicative budget in a pool against costly, uncommon cases.";
  const rate = given(
    { id: "rate", label: "Rate of contribution", rules: [{ sentence, cited }] },
    "basis points",
    cited.value,
  );
  const named = {
    id: "risk-pool",
    label: "Contribution to the risk pool",
    changedBy: "The rate, or the budget it is taken from.",
  };
  return workedOut(named, "pence", "part", [available, rate]);
}
