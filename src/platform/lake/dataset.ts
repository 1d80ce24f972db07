import { type Columns, type Model, type Reads, type Table, table, text, whole } from "#platform/engine/index.ts";
import type { Layout } from "./layout.ts";

/** What a finding means to the person who sends the file. */
export interface Meaning {
  /** Whether a row is left out for it, or kept and marked. */
  readonly weight: "reject" | "flag";
  /** The staged column it is about, where it is about one. */
  readonly field?: string;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

type AnyModel = Model<Reads, Columns, Columns>;

/** A model that gives the rows in which something was found: `source_row` and the `codes` found, joined by spaces. */
export interface Check<Code extends string = string> {
  readonly model: AnyModel;
  /** All the codes it can find. */
  readonly finds: readonly Code[];
}

/** The columns that every check gives. */
export const FOUND = { source_row: whole, codes: text };

/** The marks of rows before they are shaped, for shapings that make one row of several: `source_row` and `flags`. */
export const flaggedTable = table("flagged", { source_row: whole, flags: text });

/** One layout of a dataset, how its rows become the table's and what is looked into on the way. */
export interface Intake<Code extends string = string> {
  readonly layout: Layout;
  /** From `staged` to the table's columns (without `load` and, as a rule, `flags`) and `source_row`. */
  readonly shape: AnyModel;
  /** Over `staged`. */
  readonly checks: readonly Check<Code>[];
  /** Over `rows`, what the shaping gives; they may only flag. */
  readonly rowChecks: readonly Check<Code>[];
  /** Staged columns of which no two rows may have the same values. */
  readonly key: readonly string[];
}

/** Whose the rows of a dataset are: some owner's, of whom a reader is given only those in sight, or open to all. */
type Whose =
  | {
      /** The column of the table by whose values files are cut. */
      readonly owner: string;
      readonly open?: never;
    }
  | {
      readonly owner?: never;
      /** Why it is nobody's secret, in a sentence. */
      readonly open: string;
    };

/** What is loaded: a table, the forms in which it comes, what can be found wrong with it, and whose it is. */
export type Dataset<Code extends string = string> = Parts<Code> & Whose;

interface Parts<Code extends string> {
  readonly table: Table;
  readonly title: string;
  readonly intakes: readonly Intake<Code>[];
  readonly findings: Readonly<Record<Code, Meaning>>;
  /** How rows lie within a file. */
  readonly order: readonly string[];
  /** A text column of the table, `2008-04`, by which files are cut and versions stand against each other. */
  readonly month?: string;
  /** Datasets that must hold something before this one can be checked. */
  readonly needs: readonly string[];
}

/** Declares an intake; checks and key may be left out where there are none. */
export function intake<Code extends string>(
  declared: Pick<Intake<Code>, "layout" | "shape"> & Partial<Intake<Code>>,
): Intake<Code> {
  return { checks: [], rowChecks: [], key: [], ...declared };
}

/** Declares a dataset. Throws where its parts do not fit each other. */
export function dataset<Code extends string>(declared: Dataset<Code>): Dataset<Code> {
  checkWhose(declared);
  for (const each of declared.intakes) checkIntake(declared, each);
  return declared;
}

function checkWhose({ table: { name, columns }, owner, open = "" }: Dataset): void {
  if ((owner === undefined) === (open.trim() === "")) {
    throw new TypeError(`${name}: name the column of its owner, or say why it is open to all, and not both`);
  }
  if (owner !== undefined && columns[owner]?.sql !== text.sql) {
    throw new TypeError(`${name}: its owner is to stand in the column ${owner}, which is no column of text`);
  }
}

function checkIntake<Code extends string>({ table: { name }, findings }: Dataset<Code>, each: Intake<Code>): void {
  const staged = Object.keys(each.layout.fields);
  const unknown = each.key.filter((column) => !staged.includes(column));
  if (unknown.length > 0) throw new TypeError(`${name}: ${each.layout.name} does not stage ${unknown.join(", ")}`);
  const rejecting = each.rowChecks.flatMap(({ finds }) => finds).filter((found) => findings[found].weight === "reject");
  if (rejecting.length > 0) throw new TypeError(`${name}: rows are shaped, too late to reject for ${rejecting[0]}`);
  if (each.rowChecks.length > 0 && Object.keys(each.shape.takes).length > 0) {
    throw new TypeError(`${name}: what takes settings cannot be checked row by row`);
  }
}
