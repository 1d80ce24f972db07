import type { Cited } from "#kernel/cited.ts";
import type { Day } from "#kernel/period.ts";
import type { Directory, Membership } from "./directory.ts";

/**
 * Memberships of management localities, read off the PCT that each practice belonged to on a day in the past. A
 * practice that belonged to none then is in no locality.
 * Source: 003 ¶2.1.2-3, which bases management support on the former PCTs.
 */
export function formerPctLocalities(
  directory: Directory,
  practices: readonly string[],
  asAt: Cited<Day>,
): readonly Membership[] {
  return practices.flatMap((member) => {
    const organisation = directory.parentOf(member, "pct", asAt.value);
    if (organisation === undefined) return [];
    return [{ member, organisation, kind: "locality", from: asAt.from, ...until(asAt) } satisfies Membership];
  });
}

function until({ until: last }: Cited<Day>): { until?: Day } {
  return last === undefined ? {} : { until: last };
}
