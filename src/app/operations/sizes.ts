const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** A number of bytes as people say it, to three digits: 4.13 MB. */
export function sizeText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  if (power === 0) return `${bytes} bytes`;
  const value = bytes / 1000 ** power;
  return `${value.toLocaleString("en-GB", { maximumSignificantDigits: 3 })} ${UNITS[power]}`;
}

/** `1 file`, `1,200 files`. */
export function countText(count: number, one: string): string {
  return `${numberText(count)} ${one}${count === 1 ? "" : "s"}`;
}

/** A whole number with its commas. */
export function numberText(count: number): string {
  return count.toLocaleString("en-GB");
}
