const LONDON = new Intl.DateTimeFormat("en-GB", {
  ...{ day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  timeZone: "Europe/London",
});

/** An instant as people in England say it: 28 April 2008 at 10:00. */
export function instantText(at: string): string {
  return LONDON.format(new Date(at));
}
