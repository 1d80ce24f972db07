import type { Day } from "#kernel/period.ts";
import { spanText } from "#platform/web/words/dates.ts";
import type { NoticeKind } from "../rules/record/person-events.ts";

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  ...{ day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  timeZone: "Europe/London",
});

/** An instant as people in London say it: 6 May 2008, 09:05. */
export function momentText(at: string): string {
  return CLOCK.format(new Date(at)).replace(" at ", ", ");
}

/** The days of a post in words; one that ended before it began never took effect. */
export function postDays({ from, until }: { readonly from: Day; readonly until?: Day }): string {
  return until !== undefined && until < from ? "never took effect" : spanText({ from, until });
}

/** How a post stands on a day: it counts, it is still to come, or it is over. */
export function postStanding(
  { from, until, isWithdrawn = false }: { readonly from: Day; readonly until?: Day; readonly isWithdrawn?: boolean },
  today: Day,
): "counts" | "to come" | "over" {
  if (isWithdrawn || (until !== undefined && until < today)) return "over";
  return from > today ? "to come" : "counts";
}

/** What the other administrators are told, with the post and the place put in. */
export const NOTICE_WORDS: { readonly [K in NoticeKind]: (post: string) => string } = {
  "administrator-given": (post) => `was made ${post}`,
  "post-given": (post) => `an administrator, was made ${post}`,
  "post-asked": (post) => `asked to be ${post}`,
  "dates-changed": (post) => `had the days as ${post} changed`,
  "dates-asked": (post) => `asked for other days as ${post}`,
  "post-ended": (post) => `is to be ${post} no longer`,
  "change-confirmed": (post) => `had what they asked as ${post} confirmed`,
  left: (post) => `left, and is ${post} no longer`,
  "way-in-renewed": (post) => `was given a new way in as ${post}`,
};
