import { CSV_TYPE, type CsvCell, csvText } from "#platform/files/csv.ts";
import { type Attachment, attachment } from "#platform/web/outcome.ts";
import { sorted, tableOrder } from "#platform/web/view/table-order.ts";
import { type Heading, type Shown, sortValue, type Table } from "./shown.ts";

/** The file of the table that a query asks for, named after the page; nothing where it asks for none. */
export function askedFile(name: string, tables: readonly Table[], query: URLSearchParams): Attachment | undefined {
  const table = tables.find(({ id }) => id === query.get("csv"));
  if (table === undefined) return undefined;
  return attachment({
    name: `${name}-${table.id}.csv`,
    type: CSV_TYPE,
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
  return csvText([table.columns.map(headText), ...rows.map(({ cells }) => cells.map(cellOf))]);
}

function headText({ heading, unit }: Heading): string {
  return unit === undefined ? heading : `${heading} (${unit})`;
}

function cellOf(shown: Shown): CsvCell {
  switch (shown.kind) {
    case "money":
      return { value: shown.pence, places: 2 };
    case "rate":
      return { value: shown.basisPoints, places: 2 };
    case "ratio":
      return { value: shown.millionths, places: 6 };
    case "count":
      return shown.value;
    case "text":
      return shown.more === undefined ? shown.text : `${shown.text} (${shown.more})`;
    case "absent":
      return shown.because;
  }
}
