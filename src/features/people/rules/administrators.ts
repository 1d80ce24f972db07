import { type Day, daysLater } from "#kernel/period.ts";
import { type HeldPost, postsOn, type Span, spanOf } from "./post.ts";

/** A post of administrator held by somebody who is in the service. */
export interface AdministratorPost extends Span {
  readonly person: string;
  readonly organisation: string;
}

/** Whether anybody else is administrator on a day at one of these places. Source: settled ¶people-4. */
export function hasOther(
  administrators: readonly AdministratorPost[],
  person: string,
  places: readonly string[],
  on: Day,
): boolean {
  return postsOn(administrators, on).some((each) => each.person !== person && places.includes(each.organisation));
}

/** The days from today on that a post loses when it takes another span, or none at all. Source: settled ¶people-6. */
export function lostDays(post: Span, next: Span | undefined, today: Day): readonly Span[] {
  const from = latest(post.from, today);
  const { until } = post;
  if (next === undefined) return [spanOf(from, until)].filter(hasDays);
  const before = spanOf(from, earliest(until, daysLater(next.from, -1)));
  const after = next.until === undefined ? [] : [spanOf(latest(from, daysLater(next.until, 1)), until)];
  return [before, ...after].filter(hasDays);
}

/** Whether every day of a span is a day of one of the others. */
function isCovered(span: Span, others: readonly Span[]): boolean {
  let at = span.from;
  while (span.until === undefined || at <= span.until) {
    const [longest] = postsOn(others, at).toSorted(byEnd);
    if (longest === undefined) return false;
    if (longest.until === undefined) return true;
    at = daysLater(longest.until, 1);
  }
  return true;
}

/** What ends last comes first. */
function byEnd(a: Span, b: Span): number {
  const [one, other] = [a.until ?? "9", b.until ?? "9"];
  return one > other ? -1 : Number(one < other);
}

function hasDays({ from, until }: Span): boolean {
  return until === undefined || from <= until;
}

function latest(...days: readonly Day[]): Day {
  return days.toSorted().at(-1) as Day;
}

function earliest(one: Day | undefined, other: Day): Day {
  return one !== undefined && one < other ? one : other;
}

/** A change to a post, with what else its holder has and who else is administrator where. */
export interface Narrowing {
  readonly post: HeldPost;
  readonly next: Span | undefined;
  /** Their other posts. */
  readonly others: readonly HeldPost[];
  readonly person: string;
  readonly administrators: readonly AdministratorPost[];
  readonly today: Day;
}

/**
 * Whether a change would leave a place, on any day to come, without the administrator it would have had. Source: settled
 * ¶people-6. Who goes while the others' posts run out later is the last one too.
 */
export function leavesNone({ post, next, others, person, administrators, today }: Narrowing): boolean {
  if (post.role !== "administrator") return false;
  const own = others.filter(({ role, organisation }) => role === post.role && organisation === post.organisation);
  const rest = administrators.filter((each) => each.person !== person && each.organisation === post.organisation);
  return lostDays(post, next, today).some((lost) => !isCovered(lost, [...own, ...rest]));
}
