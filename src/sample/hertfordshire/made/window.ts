import type { Rulebook } from "#features/rulebook/index.ts";
import { firstDayOf, type Month, monthsOf, yearsLater } from "#kernel/period.ts";
import { PLACE, YEAR } from "../walk-through.ts";

/** A month on which the budget rests, and the month whose totals it is made to: itself, unless another stands in. */
export interface MadeMonth {
  readonly month: Month;
  readonly totalsOf: Month;
}

/** The months behind the budget year, as the rulebook has them, each with what stands in for it. */
export function madeMonths(rulebook: Rulebook): readonly MadeMonth[] {
  const on = firstDayOf(YEAR);
  const { value } = rulebook.inForce(PLACE, "budget.historic-window", on);
  const standIns = rulebook.find(PLACE, "stand-in.activity-months", on)?.value ?? {};
  const earlier = monthsOf(yearsLater(YEAR, -value.earlierYearsBack)).slice(12 - value.earlierLastMonths);
  const later = monthsOf(yearsLater(YEAR, -value.laterYearsBack)).slice(0, value.laterFirstMonths);
  return [...earlier, ...later].map((month) => ({ month, totalsOf: (standIns[month] ?? month) as Month }));
}
