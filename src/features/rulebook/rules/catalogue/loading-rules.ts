import { z } from "zod";
import { capitalised, percent, rate, spokenPeriod, table, wholeNumber } from "../definition.ts";

const period = z
  .string()
  .regex(/^\d{4}(?:\/\d{2}|-\d{2}|-\d{2}-\d{2})$/, "is no year 2013/14, month 2012-10 or day 2013-04-01");
const standIns = z.record(period, period) as z.ZodType<Readonly<Record<string, string>>>;

const standIn = (what: string) =>
  table(standIns, {
    title: `Stand-ins for ${what}`,
    says: (pairs) =>
      `${capitalised(what)}: ${Object.entries(pairs)
        .map(([wanted, used]) => `${spokenPeriod(used)} stands for ${spokenPeriod(wanted)}`)
        .join("; ")}.`,
  });

/** Rules on what a load must be like, and on files of another period. Source: settled ¶loading-1 to ¶loading-4, ¶stand-ins-1. */
export const loadingRules = {
  "loading.control-total-tolerance": rate("How far control totals may differ", (value) =>
    value === 0 ? "Control totals agree exactly." : `Control totals agree within ${percent(value)}.`,
  ),
  "loading.most-rejected": rate(
    "Largest part of rows that may be rejected",
    (value) => `A load with more than ${percent(value)} of its rows rejected is not published.`,
  ),
  "loading.incomplete-month-distance": rate(
    "Distance at which a month is marked incomplete",
    (value) => `A month further than ${percent(value)} from the mean of the others is marked as perhaps incomplete.`,
  ),
  "loading.greatest-age": wholeNumber("Greatest age", 1, (years) => `An age above ${years} years is rejected.`),
  "loading.long-stay-flag-days": wholeNumber(
    "Stay that is flagged",
    1,
    (days) => `A stay above ${days} days is kept and flagged.`,
  ),
  "stand-in.prices": standIn("prices"),
  "stand-in.need": standIn("need"),
  "stand-in.lists": standIn("lists"),
  "stand-in.activity-months": standIn("activity"),
} as const;
