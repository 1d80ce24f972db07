import type { Directory } from "#features/organisations/index.ts";
import type { Day } from "#kernel/period.ts";
import type { Sight } from "#platform/access/sight.ts";
import type { Lake } from "#platform/lake/index.ts";

/** Facts of practices that budgets follow from, each cut by the PCT whose practice it was. */
const STANDING = ["registered-list", "need", "budget-before"];

/** Whose files a question to the lake may be answered from. */
export interface Whose {
  readonly sight: Sight;
  readonly owners: readonly string[];
}

/**
 * Whose lists, need and earlier budgets a PCT's budgets follow from: its own, and those of the PCTs that its practices came
 * from. It is the same whoever asks; only files of before they were cut by PCT are for who sees everything.
 */
export function supplyOwners(directory: Directory, pct: string, on: Day, sight: Sight): Whose {
  const practices = [...directory.organisations.values()].filter(({ kind }) => kind === "practice");
  const own = practices.filter(({ code, closedOn }) => {
    const last = closedOn !== undefined && closedOn < on ? closedOn : on;
    return directory.parentOf(code, "pct", last) === pct;
  });
  const before = own
    .flatMap(({ code }) => directory.membershipsOf(code).map(({ organisation }) => organisation))
    .filter((code) => directory.organisations.get(code)?.kind === "pct");
  const owners = [...new Set([pct, ...before])].toSorted();
  return { owners, sight: sight === "everywhere" ? sight : owners };
}

/** What of it was loaded before it was cut by PCT, by its title, where that keeps it out of sight; nothing as a rule. */
export async function outOfSight(lake: Lake, sight: Sight): Promise<readonly string[]> {
  if (sight === "everywhere") return [];
  const uncut = await Promise.all(STANDING.map((dataset) => lake.uncut(dataset)));
  const names = STANDING.filter((_, at) => (uncut[at] ?? 0) > 0);
  return names.map((name) => lake.datasets.find(({ table }) => table.name === name)?.title ?? name);
}
