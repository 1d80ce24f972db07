import type { Cited } from "#kernel/cited.ts";
import { type FinancialYear, type Month, monthsOf, yearsLater } from "#kernel/period.ts";
import type { HistoricWindow } from "./budget-rules.ts";

/** The two runs of months whose activity a budget rests on, and the year each belongs to. */
export interface HistoricMonths {
  readonly earlier: { readonly year: FinancialYear; readonly months: readonly Month[] };
  readonly later: { readonly year: FinancialYear; readonly months: readonly Month[] };
}

/**
 * The last months of one year and the first of the next, one of each month of the calendar, so that no season counts
 * twice. Throws a RangeError for a rule that gives anything else. Source: 003 ¶A1-5.
 */
export function historicMonths(budgetYear: FinancialYear, { rule, value }: Cited<HistoricWindow>): HistoricMonths {
  const earlier = yearsLater(budgetYear, -value.earlierYearsBack);
  const later = yearsLater(budgetYear, -value.laterYearsBack);
  const window = {
    earlier: { year: earlier, months: monthsOf(earlier).slice(12 - value.earlierLastMonths) },
    later: { year: later, months: monthsOf(later).slice(0, value.laterFirstMonths) },
  };
  const calendarMonths = [...window.earlier.months, ...window.later.months].map((month) => month.slice(5));
  const asRuled = value.earlierLastMonths + value.laterFirstMonths;
  if (asRuled !== 12 || calendarMonths.length !== 12 || new Set(calendarMonths).size !== 12) {
    throw new RangeError(`The rule ${rule} does not give each month of the calendar once; correct it in the rulebook`);
  }
  return window;
}
