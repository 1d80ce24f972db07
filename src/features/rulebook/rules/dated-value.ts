import type { Cited, Source } from "#kernel/cited.ts";
import type { Day } from "#kernel/period.ts";
import type { RuleName } from "./catalogue.ts";
import type { Narrower } from "./narrower.ts";
import type { Position } from "./problem.ts";

/**
 * What a place says of a rule from one day to another: a value, a limit for narrower places, or both.
 * Source: settled ¶rules-1, ¶rules-3, ¶rules-6.
 */
export interface DatedValue {
  readonly rule: RuleName;
  readonly place: string;
  /** Left out where the place gives a limit only. */
  readonly value?: unknown;
  readonly from: Day;
  readonly until?: Day;
  readonly source: Source;
  readonly narrower?: Narrower;
  readonly note?: string;
  readonly at: Position;
}

/** The value without what only the rulebook needs; nothing where the place gave a limit only. */
export function cited(dated: DatedValue): Cited<unknown> | undefined {
  if (dated.value === undefined) return undefined;
  const { rule, place, value, from, until, source } = dated;
  return { value, rule, place, from, ...(until === undefined ? {} : { until }), source };
}

/** Whether two spans of days share one. */
export function isOverlapping(
  a: { readonly from: Day; readonly until?: Day | undefined },
  b: { readonly from: Day; readonly until?: Day | undefined },
): boolean {
  return (b.until === undefined || a.from <= b.until) && (a.until === undefined || b.from <= a.until);
}
