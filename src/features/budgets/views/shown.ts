import type { Absence } from "#platform/web/view/amount.tsx";
import type { SortValue } from "#platform/web/view/table-order.ts";
import { count, percent, pounds, ratio } from "#platform/web/words/amounts.ts";

/** What a cell of a table shows; a page, a file and a terminal each write it in their own way. */
export type Shown =
  | { readonly kind: "money"; readonly pence: number; readonly change?: boolean; readonly why?: string }
  | { readonly kind: "rate"; readonly basisPoints: number; readonly change?: boolean; readonly why?: string }
  | { readonly kind: "ratio"; readonly millionths: number }
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "text"; readonly text: string; readonly href?: string; readonly more?: string }
  | { readonly kind: "absent"; readonly because: Absence };

/** A column: its head, its unit, and whether its amounts add up at the foot. */
export interface Heading {
  readonly key: string;
  readonly heading: string;
  readonly unit?: string;
  readonly figure?: boolean;
  readonly adds?: boolean;
  /** Amounts to the penny on the page too. */
  readonly pence?: boolean;
}

export interface TableRow {
  readonly key: string;
  readonly cells: readonly [Shown, ...Shown[]];
}

/** A table as plain data: the same for the page, the file to keep and the terminal. */
export interface Table {
  readonly id: string;
  readonly caption: string;
  readonly counted: readonly [string, string];
  readonly columns: readonly [Heading, ...Heading[]];
  readonly rows: readonly TableRow[];
  /** The order says something, so that nobody sorts by another. */
  readonly isOrdered?: boolean;
}

/** What a kind of column is, beside how it shows a row. */
export interface ColumnOf<Row> extends Heading {
  readonly show: (row: Row) => Shown;
}

/** How rows of a kind become a table. */
export interface TableOf<Row> extends Pick<Table, "id" | "caption" | "counted" | "isOrdered"> {
  readonly columns: readonly [ColumnOf<Row>, ...ColumnOf<Row>[]];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** The table that rows of a kind make. */
export function tableOf<Row>({ columns, rows, rowKey, ...table }: TableOf<Row>): Table {
  const [first, ...others] = columns;
  return {
    ...table,
    columns,
    rows: rows.map((row) => ({
      key: rowKey(row),
      cells: [first.show(row), ...others.map(({ show }) => show(row))],
    })),
  };
}

export function money(pence: number, why?: string): Shown {
  return { kind: "money", pence, ...(why !== undefined && { why }) };
}

/** An amount by which something differs, with its sign. */
export function change(pence: number, why?: string): Shown {
  return { kind: "money", pence, change: true, ...(why !== undefined && { why }) };
}

/** A rate with its sign, as distances have it. */
export function distance(basisPoints: number, why?: string): Shown {
  return { kind: "rate", basisPoints, change: true, ...(why !== undefined && { why }) };
}

export function text(words: string, href?: string, more?: string): Shown {
  return { kind: "text", text: words, ...(href !== undefined && { href }), ...(more !== undefined && { more }) };
}

export function absent(because: Absence): Shown {
  return { kind: "absent", because };
}

/** By what a cell sorts; what is absent sorts last. */
export function sortValue(shown: Shown): SortValue {
  switch (shown.kind) {
    case "money":
      return shown.pence;
    case "rate":
      return shown.basisPoints;
    case "ratio":
      return shown.millionths;
    case "count":
      return shown.value;
    case "text":
      return shown.text;
    case "absent":
      return undefined;
  }
}

/** A cell in words, as a page has it without its links. */
export function shownText(shown: Shown, { pence = false, unit }: Pick<Heading, "pence" | "unit"> = {}): string {
  switch (shown.kind) {
    case "money":
      return pounds(shown.pence, { pence, bare: unit === "£", ...(shown.change && { change: true }) });
    case "rate":
      return percent(shown.basisPoints, { decimals: 2, ...(shown.change && { change: true }) });
    case "ratio":
      return ratio(shown.millionths);
    case "count":
      return count(shown.value);
    case "text":
      return shown.more === undefined ? shown.text : `${shown.text} (${shown.more})`;
    case "absent":
      return shown.because;
  }
}

/** The sum of a column that adds up, in pence. */
export function sumOf({ rows }: Table, column: number): number {
  return rows.reduce((sum, { cells }) => {
    const cell = cells[column];
    return cell?.kind === "money" ? sum + cell.pence : sum;
  }, 0);
}
