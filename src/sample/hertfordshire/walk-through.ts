import { day, financialYear } from "#kernel/period.ts";

/** The PCT of the walk-through, the region it lies in, and the place whose rules hold for it. */
export const PCT = "5QV";
export const REGION = "Q35";
export const PLACE = "hertfordshire";

/** The day on which practices are those of the PCT, the budget year, and the year before it. */
export const AS_AT = day("2012-10-01");
export const YEAR = financialYear("2013/14");
export const BEFORE = financialYear("2012/13");

/** When things are taken to have been done; the last is the day on which the walk-through stands still. */
export const DAYS = {
  loaded: day("2013-02-18"),
  stated: day("2013-03-04"),
  drafted: day("2013-03-11"),
  issued: day("2013-03-25"),
  today: day("2013-03-28"),
} as const;

/** What every page says of the figures. */
export const HERTFORDSHIRE_MADE_UP =
  "Hertfordshire as at 1 October 2012: practices, lists, need and prices are public files, some of other years; hospital care, prescribing and money are made up.";

/** Batches of loads begin with this, so that a folder which holds anything else can be told. */
export const HERTFORDSHIRE_BATCH = "hertfordshire";

/** The day on which the walk-through stands still. */
export const HERTFORDSHIRE_TODAY = DAYS.today;
