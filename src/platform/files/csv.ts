/** A cell of a file for a spreadsheet: words, a number, or a whole number of parts as a decimal. */
export type CsvCell = string | number | CsvDecimal;

/** A whole number of parts as a plain decimal: pence have two places, millionths six. */
export interface CsvDecimal {
  readonly value: number;
  readonly places: number;
}

/** The type under which CSV files are sent. */
export const CSV_TYPE = "text/csv; charset=utf-8";

/** What a spreadsheet may take for the beginning of a formula, in the full width of East Asian scripts too. */
const FORMULA = "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]";
/** Blanks and what has no width, which some spreadsheets drop before they look. */
const UNSEEN = "[\\s\u00AD\u200B-\u200F\u2060\uFEFF]*";
const OPENING = `(?:[\\t\\r\\n]|${UNSEEN}${FORMULA})`;
/** Some spreadsheets part cells by semicolons or tabs, and would begin another cell there. */
const BEFORE = `[;\\t]${UNSEEN}`;

const OPENS = new RegExp(`^'*${OPENING}`);
const OPENS_WITHIN = new RegExp(`(${BEFORE})('*${FORMULA})`, "g");
const TAMED = new RegExp(`^'('*${OPENING})`);
const TAMED_WITHIN = new RegExp(`(${BEFORE})'('*${FORMULA})`, "g");
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Rows as CSV, for people to open in a spreadsheet. Every such file that the product gives is written here, so that no
 * cell is ever taken for a formula, whatever somebody called their practice; numbers are left alone.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((cells) => `${cells.map(written).join(",")}\r\n`).join("");
}

/**
 * A row, without its end, of a file that is put right and loaded again: what is written as a number stays as it is, words
 * are tamed, and `untamed` gives them back.
 */
export function csvLineAgain(values: readonly string[]): string {
  return values.map((value) => (NUMBER.test(value) ? value : quotedCell(tamed(value)))).join(",");
}

/** A line that cannot be read as a row, with each of its parts tamed all the same. */
export function brokenLineAgain(line: string): string {
  const part = (text: string): string => (NUMBER.test(text) ? text : tamed(text));
  return line
    .split(",")
    .map((text) => (text.startsWith('"') ? `"${part(text.slice(1))}` : part(text)))
    .join(",");
}

/** Words that no spreadsheet takes for a formula: an apostrophe stands before what would begin one. */
export function tamed(words: string): string {
  const inside = words.replace(OPENS_WITHIN, "$1'$2");
  return OPENS.test(inside) ? `'${inside}` : inside;
}

/** The words as they were before they were tamed. */
export function untamed(words: string): string {
  return words.replace(TAMED, "$1").replace(TAMED_WITHIN, "$1$2");
}

function written(cell: CsvCell): string {
  if (typeof cell === "number") return String(cell);
  return typeof cell === "string" ? quotedCell(tamed(cell)) : decimal(cell);
}

function decimal({ value, places }: CsvDecimal): string {
  const digits = String(Math.abs(value)).padStart(places + 1, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function quotedCell(words: string): string {
  return /[",;\t\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
