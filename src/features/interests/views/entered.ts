import { type Day, isDay } from "#kernel/period.ts";

/** A day as `2008-04-01` or `1/4/2008`; nothing where it is none. */
export function readDay(text: string): Day | undefined {
  const trimmed = text.trim();
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(trimmed) ?? [];
  const iso = year === "" ? trimmed : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : undefined;
}

/** A day as a form is filled in: 1/4/2008. */
export function dayEntered(day: Day): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)}/${Number(month)}/${year}`;
}

/** Pounds as people write them, in pence; nothing where it is no amount. */
export function readPounds(text: string): number | undefined {
  const [, whole, pennies = ""] = /^£?(\d{1,9})(?:\.(\d{2}))?$/.exec(text.replaceAll(/[,\s]/g, "")) ?? [];
  return whole === undefined ? undefined : Number(whole) * 100 + Number(pennies || "0");
}
