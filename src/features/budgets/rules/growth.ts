import type { Cited } from "#kernel/cited.ts";
import { type Explanation, given, workedOut } from "#kernel/explanation.ts";

/** The PCT's whole budget and the prescribing in it, for two years. */
export interface GrowthTotals {
  readonly thisYear: Explanation;
  readonly thisYearPrescribing: Explanation;
  readonly lastYear: Explanation;
  readonly lastYearPrescribing: Explanation;
}

/**
 * The rate by which all but prescribing grows from last year to this. Prescribing is taken out on both sides, so that its
 * growth reaches the prescribing line alone, by its own uplift. Source: 003 ¶A1-18.
 */
export function generalGrowth(totals: GrowthTotals): Explanation {
  const { thisYear, thisYearPrescribing, lastYear, lastYearPrescribing } = totals;
  const now = { id: "this-year", label: "This year's budget without prescribing" };
  const before = { id: "last-year", label: "Last year's budget without prescribing" };
  return workedOut(
    {
      id: "growth",
      label: "General growth, prescribing taken out",
      changedBy: "A change in the PCT's total or in the prescribing part of it, this year or last.",
    },
    "basis points",
    "distance",
    [
      workedOut(now, "pence", "difference", [thisYear, thisYearPrescribing]),
      workedOut(before, "pence", "difference", [lastYear, lastYearPrescribing]),
    ],
  );
}

/** The uplift proper to prescribing, which no other line gets. Source: 003 ¶A1-6. */
export function prescribingUplift(cited: Cited<number>): Explanation {
  const sentence = "Prescribing grows by its own uplift, never by the general one.";
  const named = { id: "prescribing-uplift", label: "Uplift for prescribing", rules: [{ sentence, cited }] };
  return given(named, "basis points", cited.value);
}
