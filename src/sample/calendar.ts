import { type Day, type Month, monthsLater } from "#kernel/period.ts";

/** A day as a whole number, so that a million of them can be reckoned with quickly: days since 1 January 1970. */
export type DayNumber = number;

const DAY_LENGTH = 86_400_000;
/** The earliest day that is kept as text: far enough back for the oldest person's birth. */
const EARLIEST = -60_000;
const texts: Day[] = new Array<Day>(80_000);

export function dayNumber(day: string): DayNumber {
  return Date.parse(`${day}T00:00:00Z`) / DAY_LENGTH;
}

/** The day of a number; worked out once for each day. */
export function dayText(number: DayNumber): Day {
  const at = number - EARLIEST;
  texts[at] ??= new Date(number * DAY_LENGTH).toISOString().slice(0, 10) as Day;
  return texts[at];
}

export function monthOfDay(number: DayNumber): Month {
  return dayText(number).slice(0, 7) as Month;
}

/** The days of a month as numbers, first to last. */
export function daysOf(of: Month): readonly DayNumber[] {
  const first = dayNumber(`${of}-01`);
  return Array.from({ length: dayNumber(`${monthsLater(of, 1)}-01`) - first }, (_, index) => first + index);
}

/** The days of a month on which clinics and planned admissions run: Mondays to Fridays but for the turn of the year. */
export function workingDaysOf(of: Month): readonly DayNumber[] {
  return daysOf(of).filter((number) => {
    const weekday = (number + 4) % 7;
    const date = dayText(number).slice(5);
    return weekday !== 0 && weekday !== 6 && !["12-25", "12-26", "01-01"].includes(date);
  });
}
