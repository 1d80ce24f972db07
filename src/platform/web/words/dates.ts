import type { Day, Month } from "#kernel/period.ts";

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** A day as people say it: 1 April 2008. */
export function dayText(day: Day): string {
  return LONG.format(new Date(`${day}T00:00:00Z`));
}

/** A month as people say it: April 2008. */
export function monthText(month: Month): string {
  return MONTH.format(new Date(`${month}-01T00:00:00Z`));
}

/** The days on which something holds: from 1 April 2007 to 31 March 2008, or with no end set. */
export function spanText(span: { readonly from: Day; readonly until?: Day | undefined }): string {
  const end = span.until === undefined ? "with no end date" : `to ${dayText(span.until)}`;
  return `from ${dayText(span.from)} ${end}`;
}
