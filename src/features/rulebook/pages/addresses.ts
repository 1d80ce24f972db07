import type { Source } from "#kernel/cited.ts";
import type { Day } from "#kernel/period.ts";

/** Where the rules of a place on a day are. */
export function rulesAddress(place: string, on: Day): string {
  return `/rules?${new URLSearchParams({ place, on })}`;
}

/** Where the history of a rule, seen from a place, is. */
export function ruleAddress(rule: string, place: string): string {
  return `/rules/${encodeURIComponent(rule)}?${new URLSearchParams({ place })}`;
}

/** Where a paragraph is. */
export function sourceAddress({ document, paragraph }: Source): string {
  return `/sources/${encodeURIComponent(document)}#${encodeURIComponent(paragraph)}`;
}
