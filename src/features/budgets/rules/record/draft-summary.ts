import type { BudgetRun } from "../budget-run.ts";
import type { DraftSummary } from "./budget-events.ts";

/** What a run comes to, as far as issuing it depends on that. Source: 003 ¶A1-10. */
export function draftSummary({ position, practices }: BudgetRun): DraftSummary {
  return {
    envelope: position.envelope,
    budgets: position.budgets,
    held: position.held,
    unallocated: position.unallocated,
    practices: practices.length,
    unbalancedLines: position.lines.filter(({ unallocated }) => unallocated !== 0).map(({ line }) => line),
    shifts: practices
      .filter(({ movement }) => movement !== 0)
      .map(({ code, movement }) => ({ practice: code, amount: movement })),
  };
}
