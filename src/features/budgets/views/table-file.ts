import { type Attachment, attachment } from "#platform/web/outcome.ts";
import { sorted, tableOrder } from "#platform/web/view/table-order.ts";
import { type Heading, type Shown, sortValue, type Table } from "./shown.ts";

/** The file of the table that a query asks for, named after the page; nothing where it asks for none. */
export function askedFile(name: string, tables: readonly Table[], query: URLSearchParams): Attachment | undefined {
  const table = tables.find(({ id }) => id === query.get("csv"));
  if (table === undefined) return undefined;
  return attachment({
    name: `${name}-${table.id}.csv`,
    type: "text/csv; charset=utf-8",
    body: csvOf(table, query),
  });
}

/** A table as CSV, every row in the order asked for; amounts in pounds to the penny. */
export function csvOf(table: Table, query: URLSearchParams = new URLSearchParams()): string {
  const columns = table.columns.map(({ key }, index) => ({
    key,
    sort: ({ cells }: Table["rows"][number]) =>
      sortValue(cells[index] ?? { kind: "absent", because: "not applicable" }),
  }));
  const rows = sorted(table.rows, columns, tableOrder(table.id, query));
  const lines = [table.columns.map(headText), ...rows.map(({ cells }) => cells.map(cellText))];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

function headText({ heading, unit }: Heading): string {
  return safe(unit === undefined ? heading : `${heading} (${unit})`);
}

function cellText(shown: Shown): string {
  switch (shown.kind) {
    case "money":
      return decimal(shown.pence, 2);
    case "rate":
      return decimal(shown.basisPoints, 2);
    case "ratio":
      return decimal(shown.millionths, 6);
    case "count":
      return String(shown.value);
    case "text":
      return safe(shown.more === undefined ? shown.text : `${shown.text} (${shown.more})`);
    case "absent":
      return shown.because;
  }
}

/** A whole number of hundredths or millionths as a plain decimal, which no spreadsheet takes for a formula. */
function decimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Words as a cell: never the start of a formula, whatever somebody called their practice. */
function safe(words: string): string {
  const tame = /^[=+\-@\t\r\n]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
