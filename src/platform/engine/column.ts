import { BIGINT, BOOLEAN, DATE, DuckDBDateValue, type DuckDBType, type DuckDBValue, VARCHAR } from "@duckdb/node-api";

/** How a value of a column or parameter is held: text, whole numbers, days or flags. */
export interface Column<T> {
  readonly sql: "VARCHAR" | "BIGINT" | "DATE" | "BOOLEAN";
  readonly type: DuckDBType;
  readonly optional: boolean;
  /** From the engine's value to ours; throws where the engine holds what the column does not allow. */
  read(value: unknown): T;
  /** From our value to the engine's. */
  write(value: T): DuckDBValue;
}

/** Columns by name, in the order in which they are stored. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A row of columns. */
export type Row<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

function column<T>(
  sql: Column<T>["sql"],
  type: DuckDBType,
  read: (value: unknown) => T,
  write: (value: T) => DuckDBValue,
): Column<T> {
  return { sql, type, optional: false, read, write };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Text. Name a branded type to have rows carry it: `text as Column<PracticeCode>`. */
export const text: Column<string> = column("VARCHAR", VARCHAR, expect(isText, "text"), (value) => value);

/** Whole numbers within what JavaScript holds exactly. */
export const whole: Column<number> = column("BIGINT", BIGINT, readWhole, (value) => BigInt(value));

/** Calendar days, as `2008-04-01`. */
export const day: Column<string> = column("DATE", DATE, readDay, writeDay);

export const flag: Column<boolean> = column(
  "BOOLEAN",
  BOOLEAN,
  expect((value): value is boolean => typeof value === "boolean", "a flag"),
  (value) => value,
);

/** The same column where a row may have no value. */
export function optional<T>(of: Column<T>): Column<T | null> {
  return {
    ...of,
    optional: true,
    read: (value) => (value === null ? null : of.read(value)),
    write: (value) => (value === null ? null : of.write(value)),
  };
}

function expect<T>(is: (value: unknown) => value is T, what: string): (value: unknown) => T {
  return (value) => {
    if (!is(value)) throw new TypeError(`Expected ${what}, found ${String(value)}`);
    return value;
  };
}

function readWhole(value: unknown): number {
  const number = Number(value);
  if (typeof value !== "bigint" || !Number.isSafeInteger(number)) {
    throw new TypeError(`Expected a whole number, found ${String(value)}`);
  }
  return number;
}

function readDay(value: unknown): string {
  if (!(value instanceof globalThis.Date)) throw new TypeError(`Expected a day, found ${String(value)}`);
  return value.toISOString().slice(0, 10);
}

function writeDay(value: string): DuckDBValue {
  return new DuckDBDateValue(Math.round(globalThis.Date.parse(`${value}T00:00:00Z`) / 86_400_000));
}
