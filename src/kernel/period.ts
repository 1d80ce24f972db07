declare const kind: unique symbol;

/** A calendar day, `2008-04-01`. */
export type Day = string & { readonly [kind]: "day" };
/** A calendar month, `2008-04`. */
export type Month = string & { readonly [kind]: "month" };
/** A financial year from April to March, `2008/09`. */
export type FinancialYear = string & { readonly [kind]: "financial year" };
/** A quarter of a financial year, `2008/09 Q1` for April to June. */
export type Quarter = string & { readonly [kind]: "quarter" };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const YEAR = /^(\d{4})\/(\d{2})$/;
const LONDON = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Reads a day; throws a RangeError for a text that is none. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`${text} is not a day like 2008-04-01`);
  return text;
}

export function isMonth(text: string): text is Month {
  return MONTH.test(text);
}

/** Reads a month; throws a RangeError for a text that is none. */
export function month(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`${text} is not a month like 2008-04`);
  return text;
}

export function isFinancialYear(text: string): text is FinancialYear {
  const match = YEAR.exec(text);
  return match !== null && (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/** Reads a financial year; throws a RangeError for a text that is none, such as `2008/10`. */
export function financialYear(text: string): FinancialYear {
  if (!isFinancialYear(text)) throw new RangeError(`${text} is not a financial year like 2008/09`);
  return text;
}

/** The financial year that starts in April of a calendar year. */
export function yearStarting(calendarYear: number): FinancialYear {
  return `${calendarYear}/${String((calendarYear + 1) % 100).padStart(2, "0")}` as FinancialYear;
}

/** The calendar year in which a financial year starts. */
export function startOf(year: FinancialYear): number {
  return Number(year.slice(0, 4));
}

/** The financial year a number of years later, or earlier where it is negative. */
export function yearsLater(year: FinancialYear, count: number): FinancialYear {
  return yearStarting(startOf(year) + count);
}

/** The twelve months of a financial year, April first. */
export function monthsOf(year: FinancialYear): readonly Month[] {
  const april = `${startOf(year)}-04` as Month;
  return Array.from({ length: 12 }, (_, index) => monthsLater(april, index));
}

export function monthsLater(from: Month, count: number): Month {
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}` as Month;
}

export function monthOf(date: Day): Month {
  return date.slice(0, 7) as Month;
}

export function yearOf(at: Day | Month): FinancialYear {
  const calendarYear = Number(at.slice(0, 4));
  return yearStarting(Number(at.slice(5, 7)) >= 4 ? calendarYear : calendarYear - 1);
}

/** The quarter of the financial year in which a day or month falls. */
export function quarterOf(at: Day | Month): Quarter {
  const quarter = Math.floor(((Number(at.slice(5, 7)) + 8) % 12) / 3) + 1;
  return `${yearOf(at)} Q${quarter}` as Quarter;
}

export function firstDayOf(period: Month | FinancialYear): Day {
  return (isMonth(period) ? `${period}-01` : `${startOf(period)}-04-01`) as Day;
}

export function lastDayOf(period: Month | FinancialYear): Day {
  if (!isMonth(period)) return `${startOf(period) + 1}-03-31` as Day;
  return daysLater(firstDayOf(monthsLater(period, 1)), -1);
}

export function daysLater(from: Day, count: number): Day {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10) as Day;
}

/** How many days one day is after another; negative where it is before. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day it is in London at an instant. */
export function dayInLondon(instant: Date): Day {
  return LONDON.format(instant) as Day;
}

/** Whether a day falls in a span that runs from its first day to its last, both included; no last day is still running. */
export function isWithin(date: Day, span: { readonly from: Day; readonly until?: Day | undefined }): boolean {
  return span.from <= date && (span.until === undefined || date <= span.until);
}
