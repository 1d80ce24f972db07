import { type Columns, type Table, table, whole as wholeColumn } from "#platform/engine/index.ts";
import type { Field } from "./field.ts";

/** The fields of a layout by the names of the columns they are staged under. */
export type Fields = Readonly<Record<string, Field>>;

type Staged<F extends Fields> = { readonly source_row: typeof wholeColumn } & {
  readonly [K in keyof F]: F[K]["column"];
};

/** One form in which files of a dataset come. */
export interface Layout<F extends Fields = Fields> {
  readonly name: string;
  readonly title: string;
  readonly fields: F;
  /** Whether the first row names the columns; where not, fields name columns by number, from 1. */
  readonly header: boolean;
  /** How many columns a file without header row has. */
  readonly width: number;
  /** What its shaping and its checks read: one row per row of the file. */
  readonly staged: Table<Staged<F> & Columns>;
}

/** The bits of one whole number have to mark the fields of a row. */
const MOST_FIELDS = 60;

/** Declares a layout; `width` for files without a header row. */
export function layout<const F extends Fields>(
  name: string,
  title: string,
  fields: F,
  { width }: { readonly width?: number } = {},
): Layout<F> {
  if (Object.keys(fields).length > MOST_FIELDS) throw new RangeError(`${name} has more than ${MOST_FIELDS} fields`);
  const columns = Object.fromEntries(Object.entries(fields).map(([staged, { column }]) => [staged, column]));
  return {
    name,
    title,
    fields,
    header: width === undefined,
    width: width ?? 0,
    staged: table(`staged-${name}`, { source_row: wholeColumn, ...columns }) as Layout<F>["staged"],
  };
}

/** Where in a file the columns of a layout are: for each field, for each of its sources, a place from 0 or none. */
export interface Placing {
  readonly width: number;
  readonly places: ReadonlyMap<string, readonly (number | undefined)[]>;
  /** Columns that no field reads. */
  readonly extra: readonly string[];
  /** Whether values may have spaces around them that mean nothing. */
  readonly isPadded: boolean;
  /** Whether the file is one of rejected rows, whose words were tamed for spreadsheets and are read as they were before. */
  readonly isTamed: boolean;
}

/** The last two columns of a file of rejected rows: by them, or by their last where there are no names, it is known again. */
export const REJECTED_COLUMNS = ["line", "what_is_wrong"] as const;
/** What opens the last column of rejected rows in a file without names. */
export const REJECTED_MARK = `${REJECTED_COLUMNS[1]}: `;

/** A layout found in a file, or what keeps the file from being in it. */
export type Placed =
  | { readonly placing: Placing }
  | { readonly missing: readonly string[]; readonly repeated: readonly string[] };

/** Finds a layout's columns in the first row of a file. */
export function placeIn(of: Layout, first: readonly string[]): Placed {
  const names = of.header ? first.map(plainName) : first.map((_, at) => String(at + 1));
  const wanted = new Map(
    Object.entries(of.fields).map(([staged, field]) => [
      staged,
      field.sources.map((aliases) => aliases.map(plainName).find((alias) => names.includes(alias))),
    ]),
  );
  const missing = Object.entries(of.fields).flatMap(([staged, field]) => missingOf(field, wanted.get(staged) ?? []));
  const used = new Set([...wanted.values()].flat().filter((name) => name !== undefined));
  const repeated = [...used].filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (missing.length > 0 || repeated.length > 0) return { missing, repeated };
  const places = new Map(
    [...wanted].map(([staged, found]) => [
      staged,
      found.map((name) => (name === undefined ? name : names.indexOf(name))),
    ]),
  );
  const extra = of.header ? first.filter((_, at) => !used.has(names[at] ?? "")) : [];
  return { placing: { width: first.length, places, extra, isPadded: true, isTamed: isOfRejected(of, first) } };
}

function isOfRejected({ header }: Layout, first: readonly string[]): boolean {
  return header
    ? first.slice(-REJECTED_COLUMNS.length).join() === REJECTED_COLUMNS.join()
    : (first.at(-1)?.startsWith(REJECTED_MARK) ?? false);
}

/** A field needs its columns where a value is required; of several, one is enough. */
function missingOf({ required, sources }: Field, found: readonly (string | undefined)[]): readonly string[] {
  if (!required || found.some((name) => name !== undefined)) return [];
  return sources.slice(0, 1).map(([documented = ""]) => documented);
}

function plainName(name: string): string {
  return name.trim().toLowerCase();
}
