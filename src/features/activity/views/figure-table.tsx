import type { ReactNode } from "react";
import { CSV_TYPE, type CsvCell, csvText } from "#platform/files/csv.ts";
import { type Attachment, attachment } from "#platform/web/outcome.ts";
import { Missing } from "#platform/web/view/amount.tsx";
import { type Column, DataTable } from "#platform/web/view/data-table.tsx";
import { sorted, tableOrder } from "#platform/web/view/table-order.ts";
import { count, pounds } from "#platform/web/words/amounts.ts";

/** A column that is shown on a page, in a file and on a terminal alike. Pounds are given in pence, shown to the penny. */
export interface FigureColumn<Row> {
  readonly key: string;
  readonly heading: string;
  readonly is: "text" | "count" | "pounds";
  /** Nothing where there can be no value. */
  readonly value: (row: Row) => string | number | undefined;
  /** How a page shows it, where that is more than the value. */
  readonly shown?: (row: Row) => ReactNode;
  /** Figures that add up, and so have their sum at the foot. */
  readonly adds?: boolean;
  /** False where sorting by it would mean little, or only sort a page of many. */
  readonly sorts?: false;
  /** Left out of pages, where another column says it already; or of files. */
  readonly only?: "file" | "page";
}

/** A table of figures as data. */
export interface FigureTable<Row> {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly FigureColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly counted: readonly [string, string];
}

/** Where a table stands: the page's path and query, which its links keep. */
export interface Standing {
  readonly path: string;
  readonly query: URLSearchParams;
}

interface FigureTableViewProps<Row> extends Standing {
  readonly table: FigureTable<Row>;
  readonly pageSize?: number;
}

/** A table on a page, with the file of exactly its rows. */
export function FigureTableView<Row>({ table, path, query, pageSize }: FigureTableViewProps<Row>): ReactNode {
  const [first, ...others] = table.columns.filter(({ only }) => only !== "file").map(pageColumn);
  if (first === undefined) return null;
  const file = new URLSearchParams([...query, ["csv", table.id]]);
  return (
    <DataTable
      {...table}
      columns={[first, ...others]}
      path={path}
      query={query}
      {...(pageSize === undefined ? {} : { pageSize })}
      downloads={table.rows.length === 0 ? [] : [{ text: "Download these rows (CSV)", href: `${path}?${file}` }]}
    />
  );
}

function pageColumn<Row>({ key, heading, is, value, shown, adds, sorts }: FigureColumn<Row>): Column<Row> {
  return {
    ...{ key, heading },
    ...(is === "pounds" && { unit: "£" }),
    ...(is !== "text" && { figure: true }),
    cell: (row) => {
      const given = value(row);
      if (given === undefined) return <Missing because="not applicable" />;
      return shown === undefined ? valueText(is, given) : shown(row);
    },
    ...(sorts !== false && { sort: value }),
    ...(adds && { total: (rows: readonly Row[]) => valueText(is, sumOf(rows, value)) }),
  };
}

/** The file of a table, named after the page, where the query asks for it. */
export function askedFile<Row>(name: string, table: FigureTable<Row>, query: URLSearchParams): Attachment | undefined {
  if (query.get("csv") !== table.id) return undefined;
  const body = tableCsv(table, query);
  return attachment({ name: `${name}-${table.id}.csv`, type: CSV_TYPE, body });
}

/** A table as CSV, every row in the order asked for. */
export function tableCsv<Row>({ id, columns, rows }: FigureTable<Row>, query = new URLSearchParams()): string {
  const kept = columns.filter(({ only }) => only !== "page");
  const ordered = sorted(
    rows,
    kept.map(({ key, value }) => ({ key, sort: value })),
    tableOrder(id, query),
  );
  const head = kept.map(({ heading, is }) => (is === "pounds" ? `${heading} (£)` : heading));
  const lines = ordered.map((row) => kept.map(({ is, value }) => fileCell(is, value(row))));
  return csvText([head, ...lines]);
}

/** A table as lines for a terminal: figures to the right, sums at the foot. */
export function tableLines<Row>({ caption, columns, rows }: FigureTable<Row>): readonly string[] {
  const kept = columns.filter(({ only }) => only !== "page");
  const body = rows.map((row) =>
    kept.map(({ is, value }) => {
      const given = value(row);
      return given === undefined ? "-" : valueText(is, given);
    }),
  );
  const sums = kept.map(({ is, value, adds }, at) => {
    if (adds) return valueText(is, sumOf(rows, value));
    return at === 0 ? "Total" : "";
  });
  const head = kept.map(({ heading, is }) => (is === "pounds" ? `${heading} £` : heading));
  const lines = [head, ...body, ...(kept.some(({ adds }) => adds) && rows.length > 0 ? [sums] : [])];
  const widths = kept.map((_column, at) => Math.max(...lines.map((line) => (line[at] ?? "").length)));
  const aligned = lines.map((line) =>
    line.map((cell, at) => (kept[at]?.is === "text" ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))),
  );
  return [caption, ...aligned.map((line) => `  ${line.join("  ")}`.trimEnd())];
}

function sumOf<Row>(rows: readonly Row[], value: FigureColumn<Row>["value"]): number {
  return rows.reduce((sum, row) => sum + Number(value(row) ?? 0), 0);
}

function valueText(is: FigureColumn<never>["is"], value: string | number): string {
  if (is === "text") return String(value);
  return is === "count" ? count(Number(value)) : pounds(Number(value), { pence: true, bare: true });
}

function fileCell(is: FigureColumn<never>["is"], value: string | number | undefined): CsvCell {
  if (value === undefined) return "";
  return is === "pounds" ? { value: Number(value), places: 2 } : value;
}
