import { firstDayOf } from "#kernel/period.ts";
import type { BudgetKey } from "./budget-book.ts";
import type { BudgetsDesk } from "./desk.ts";
import { placeOf } from "./office.ts";
import type { BudgetRules } from "./rules/budget-rules.ts";
import { rulesInForce } from "./rules-in-force.ts";

/** The rules of a PCT's budget year, or in a sentence which one nobody has set. */
export async function rulesFor(
  { rulebook, directory }: Pick<BudgetsDesk, "rulebook" | "directory">,
  { pct, year }: BudgetKey,
): Promise<{ readonly rules: BudgetRules } | { readonly missing: string }> {
  const on = firstDayOf(year);
  const place = placeOf(rulebook, await directory(), pct, on);
  try {
    return { rules: rulesInForce(rulebook, place, on) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { missing: `${error.message}. Set it in the rulebook first.` };
  }
}
