import { type FinancialYear, isFinancialYear } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";

/** A year as addresses have it: `2008-09`. */
export function yearSegment(year: FinancialYear): string {
  return year.replace("/", "-");
}

/** Reads a year written as `2008-09` or `2008/09`; throws NotFound for what is none. */
export function readYear(text: string): FinancialYear {
  const year = text.replace("-", "/");
  if (!isFinancialYear(year)) throw new NotFound(`${text} is not a financial year like 2008-09.`);
  return year;
}

type Query = Readonly<Record<string, string | undefined>>;

const enc = encodeURIComponent;

export function regionPath(region: string, query: Query = {}): string {
  return `/money/region/${enc(region)}${queryText(query)}`;
}

/** The page of a PCT's year, or one of the pages under it, such as `ledger`. */
export function pctPath(pct: string, year: FinancialYear, below = "", query: Query = {}): string {
  return `/money/pct/${enc(pct)}/${yearSegment(year)}${below === "" ? "" : `/${below}`}${queryText(query)}`;
}

export function practicePath(practice: string, year: FinancialYear, query: Query = {}): string {
  return `/money/practice/${enc(practice)}/${yearSegment(year)}${queryText(query)}`;
}

export function reviewPath(practice: string, year: FinancialYear): string {
  return `/money/practice/${enc(practice)}/${yearSegment(year)}/review`;
}

export function placePath(place: string, year: FinancialYear, query: Query = {}): string {
  return `/money/place/${enc(place)}/${yearSegment(year)}${queryText(query)}`;
}

/** Which run a figure belongs to. */
export interface RunAddress {
  readonly pct: string;
  readonly year: FinancialYear;
  readonly hash: string;
}

/** Why a figure of a run is what it is; the figure's own address is kept as it is. */
export function whyPath({ pct, year, hash }: RunAddress, figure: string): string {
  return `/why/${enc(pct)}/${yearSegment(year)}/${hash}/${figure.split("/").map(enc).join("/")}`;
}

function queryText(query: Query): string {
  const named = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return named.length === 0 ? "" : `?${new URLSearchParams(named)}`;
}
