import { type Day, isDay } from "#kernel/period.ts";

/** A number written with up to a number of decimals as a whole number of its smallest parts; nothing where it is none. */
function scaled(text: string, places: number): number | undefined {
  const match = /^([+\-−])?(\d+)(?:\.(\d+))?$/.exec(text.replaceAll(/[£,\s%]/g, ""));
  if (match === null) return undefined;
  const [, sign = "", whole = "", parts = ""] = match;
  if (parts.length > places) return undefined;
  const value = Number(whole + parts.padEnd(places, "0"));
  if (!Number.isSafeInteger(value)) return undefined;
  return sign === "-" || sign === "−" ? 0 - value : value;
}

/** Pounds as people write them (`£1,234.50`, `-200`) in pence; nothing where it is no amount. */
export function readPounds(text: string): number | undefined {
  return scaled(text, 2);
}

/** A rate in per cent (`1`, `0.75%`) in basis points. */
export function readPercent(text: string): number | undefined {
  return scaled(text, 2);
}

/** A rate or ratio as a decimal number, in millionths. */
export function readRatio(text: string): number | undefined {
  return scaled(text, 6);
}

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

/** What was entered in a field, without the blanks around it; nothing entered is the empty text. */
export function textOf(entered: Readonly<Record<string, string>>, field: string): string {
  return (entered[field] ?? "").trim();
}
