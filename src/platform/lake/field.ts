import {
  type Column,
  day as dayColumn,
  optional,
  quoted,
  text as textColumn,
  whole as wholeColumn,
} from "#platform/engine/index.ts";

/** How the value of a field is read, as SQL. NULL stands for no value throughout. */
export interface Reading {
  /** What a value must be, to end the sentence "It must be …". */
  readonly expects: string;
  /** What is worked out once of the trimmed texts, for use by the others; the texts themselves where left out. */
  readonly steps?: (texts: readonly string[]) => readonly string[];
  /** The value, from the steps; NULL where the texts cannot be read. */
  readonly value: (steps: readonly string[]) => string;
  /** Whether texts that are there cannot be read, where that is not the same as giving no value. */
  readonly unfit?: (steps: readonly string[]) => string;
  /** The value identifies a person in its source: it is made while the file is read, and the source text kept nowhere. */
  readonly secret?: true;
}

/** How a staged column comes from columns of a file. */
export interface Field<T = unknown> extends Reading {
  /** The columns it is read from, each by its documented name and then its aliases. */
  readonly sources: readonly (readonly string[])[];
  readonly column: Column<T | null>;
  /** Whether a row without a value is rejected. */
  readonly required: boolean;
  /** What becomes of a row whose value cannot be read: rejected, or kept without the value. */
  readonly wrong: "reject" | "flag";
  /** Texts that stand for no value. */
  readonly empties: readonly string[];
}

/** A column's name in the file, or its documented name and then its aliases. */
export type From = string | readonly string[];

export interface FieldOptions {
  readonly required?: boolean;
  readonly wrong?: "reject" | "flag";
  readonly empties?: readonly string[];
}

const MOST = 999_999_999_999;

/** A field of any kind; the others are made of this one. */
export function fieldOf<T>(
  from: readonly From[],
  column: Column<T>,
  { required = true, wrong = "reject", empties = [] }: FieldOptions,
  reading: Reading,
): Field<T> {
  const sources = from.map((names) => (typeof names === "string" ? [names] : names));
  return { sources, column: optional(column), required, wrong, empties, ...reading };
}

/** Text as it is, without control characters. */
export function text(from: From, options: FieldOptions & { readonly longest?: number } = {}): Field<string> {
  const { longest = 200 } = options;
  return fieldOf([from], textColumn, options, {
    expects: `a text of at most ${longest} characters without control characters`,
    value: ([v]) =>
      `CASE WHEN length(${v}) <= ${longest} AND NOT regexp_matches(${v}, '[\\x00-\\x1F\\x7F]') THEN ${v} END`,
  });
}

/** A whole number, within a range. */
export function whole(
  from: From,
  options: FieldOptions & { readonly least?: number; readonly most?: number } = {},
): Field<number> {
  const { least = 0, most = MOST } = options;
  return fieldOf([from], wholeColumn, options, {
    expects: `a whole number from ${least} to ${most}`,
    steps: ([v]) => [
      `CASE WHEN regexp_full_match(${v}, '-?[0-9]{1,15}([.]0{1,6})?') THEN CAST(split_part(${v}, '.', 1) AS BIGINT) END`,
    ],
    value: ([number]) => `CASE WHEN ${number} BETWEEN ${least} AND ${most} THEN ${number} END`,
  });
}

/** An amount in pounds, with at most two decimals, held in pence. */
export function pounds(from: From, options: FieldOptions & { readonly least?: number } = {}): Field<number> {
  const { least = -MOST } = options;
  const form = "'-?£?([0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3})([.][0-9]{1,2})?'";
  return fieldOf([from], wholeColumn, options, {
    expects: `an amount in pounds such as 1234.50${least === -MOST ? "" : `, ${least} or more`}`,
    steps: ([v]) => [
      `CASE WHEN regexp_full_match(${v}, ${form})
       THEN CAST(CAST(replace(replace(${v}, ',', ''), '£', '') AS DECIMAL(18, 2)) * 100 AS BIGINT) END`,
    ],
    value: ([pence]) => `CASE WHEN ${pence} >= ${least * 100} THEN ${pence} END`,
  });
}

/** A decimal number, held in whole millionths, to the nearest. */
export function decimal(from: From, options: FieldOptions & { readonly least?: number } = {}): Field<number> {
  const { least = 0 } = options;
  return fieldOf([from], wholeColumn, options, {
    expects: `a decimal number of ${least} or more, without an exponent`,
    steps: ([v]) => [
      `CASE WHEN regexp_full_match(${v}, '-?[0-9]{1,9}([.][0-9]{1,15})?')
       THEN CAST(round(CAST(${v} AS DECIMAL(28, 15)) * 1000000, 0) AS BIGINT) END`,
    ],
    value: ([millionths]) => `CASE WHEN ${millionths} >= ${least * 1_000_000} THEN ${millionths} END`,
  });
}

/** A calendar day: `2008-04-01`, `20080401` or `01/04/2008`, from 1900 to 2099. */
export function day(from: From, options: FieldOptions = {}): Field<string> {
  return fieldOf([from], dayColumn, options, {
    expects: "a day that the calendar has, such as 2008-04-01, from 1900 to 2099",
    steps: ([v = ""]) => [daySql(v)],
    value: ([read = ""]) => withinCenturies(read),
  });
}

/**
 * SQL of the day that a text names, or NULL. By far the most are ten characters that the engine reads by itself, so the
 * slower expressions are looked at only for what is left.
 */
export function daySql(v: string): string {
  const parts = (year: number, inYear: number, inMonth: number): string =>
    `TRY_CAST(concat(substr(${v}, ${year}, 4), '-', substr(${v}, ${inYear}, 2), '-', substr(${v}, ${inMonth}, 2)) AS DATE)`;
  return `CASE
    WHEN strlen(${v}) = 10 AND substr(${v}, 5, 1) = '-' THEN TRY_CAST(${v} AS DATE)
    WHEN regexp_full_match(${v}, '[0-9]{8}') THEN ${parts(1, 5, 7)}
    WHEN regexp_full_match(${v}, '[0-9]{2}/[0-9]{2}/[0-9]{4}') THEN ${parts(7, 4, 1)}
    WHEN regexp_full_match(${v}, '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]00:00:00([.]0+)?') THEN TRY_CAST(left(${v}, 10) AS DATE)
  END`;
}

/** SQL of a day, or NULL where it lies outside the centuries that records can be of. */
export function withinCenturies(read: string): string {
  return `CASE WHEN ${read} BETWEEN DATE '1900-01-01' AND DATE '2099-12-31' THEN ${read} END`;
}

/** A calendar month, `2008-04`, or any day in it. */
export function month(from: From, options: FieldOptions = {}): Field<string> {
  return fieldOf([from], textColumn, options, {
    expects: "a month such as 2008-04, from 1900 to 2099",
    steps: ([v = ""]) => [daySql(`CASE WHEN length(${v}) = 7 THEN concat(${v}, '-01') ELSE ${v} END`)],
    value: ([read = ""]) => `left(CAST(${withinCenturies(read)} AS VARCHAR), 7)`,
  });
}

/** One of a few texts, whatever its case; or a record from texts to what is held for them. */
export function chosen(
  from: From,
  choices: readonly string[] | Readonly<Record<string, string>>,
  options: FieldOptions = {},
): Field<string> {
  const held = Array.isArray(choices) ? choices.map((choice: string) => [choice, choice]) : Object.entries(choices);
  const cases = held.map(([given = "", is = ""]) => `WHEN ${quoted(given.toLowerCase())} THEN ${quoted(is)}`);
  return fieldOf([from], textColumn, options, {
    expects: `one of ${held.map(([given]) => given).join(", ")}`,
    value: ([v]) => `CASE lower(${v}) ${cases.join(" ")} END`,
  });
}
