import type { Directory } from "#features/organisations/index.ts";
import type { MembersOf } from "./figures.ts";
import type { BudgetRun } from "./rules/budget-run.ts";

/** Members of a group or locality as a run has them: groups by the run itself, localities by the directory on its day. */
export function membersIn(directory: Directory, run: BudgetRun): MembersOf {
  return (place) => {
    const grouped = run.practices.filter(({ group }) => group?.code === place);
    if (grouped.length > 0) return grouped;
    const members = new Set(directory.membersOf(place, run.asAt));
    return run.practices.filter(({ code }) => members.has(code));
  };
}
