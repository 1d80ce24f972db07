import { type Day, isWithin } from "#kernel/period.ts";
import type { Role } from "./roles.ts";

/** The days on which a post counts, the first and the last included; without a last day it goes on. */
export interface Span {
  readonly from: Day;
  readonly until?: Day;
}

/** A role held at an organisation from a day on. */
export interface HeldPost extends Span {
  readonly id: string;
  readonly role: Role;
  readonly organisation: string;
}

/** The posts that count on a day. Source: settled ¶people-2. */
export function postsOn<P extends Span>(posts: Iterable<P>, on: Day): readonly P[] {
  return [...posts].filter((post) => isWithin(on, post));
}

/** Whether two spans share a day. A span that ends before it begins has none. Source: settled ¶people-2. */
export function overlap(one: Span, other: Span): boolean {
  return [one.from, other.from].some((day) => isWithin(day, one) && isWithin(day, other));
}

/** The span with these days, without an end where none is given. Source: settled ¶people-2. */
export function spanOf(from: Day, until: Day | undefined): Span {
  return until === undefined ? { from } : { from, until };
}
