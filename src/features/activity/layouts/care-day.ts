import { day } from "#platform/lake/index.ts";

/** What hospital files write where they know no day, and where the day they were given was none. */
export const NO_DAY = ["1800-01-01", "1801-01-01"];

const EXPECTS =
  "a day that the calendar has, such as 2008-04-01, from 1900 to 2099; 1800-01-01 and 1801-01-01 stand for no day";

/** A day that a row cannot do without. */
export function careDay(from: string) {
  return { ...day(from, { empties: NO_DAY }), expects: EXPECTS };
}

/** A day that a row can do without. */
export function dayIfKnown(from: string) {
  return { ...day(from, { required: false, wrong: "flag", empties: NO_DAY }), expects: EXPECTS };
}
