import type { Day } from "#kernel/period.ts";

/** A day a number of months later; the last of the month where that month is shorter. Source: settled ¶interests-3. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const last = lengthOf(toYear, toMonth);
  return [toYear, two(toMonth), two(Math.min(date, last))].join("-") as Day;
}

/** When declarations have to be confirmed again; at once where they never were. Source: settled ¶interests-3. */
export function confirmationDue(confirmedOn: Day | undefined, months: number, today: Day): { readonly since?: Day } {
  if (confirmedOn === undefined) return { since: today };
  const due = monthsAfter(confirmedOn, months);
  return due <= today ? { since: due } : {};
}

/** Whether what was over on a day is still published. Source: settled ¶interests-4. */
export function isPublished(over: Day | undefined, months: number, today: Day): boolean {
  return over === undefined || today <= monthsAfter(over, months);
}

function lengthOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
