/** What a table sorts by; nothing sorts last whichever way. */
export type SortValue = number | string | undefined;

interface Sortable<Row> {
  readonly key: string;
  readonly sort?: (row: Row) => SortValue;
}

/** How the reader asked for a table: sorted by which column, and which page of it. */
export interface TableOrder {
  readonly column?: string;
  readonly descending: boolean;
  readonly page: number;
}

/** Reads how a table was asked for from the query; what it does not understand is as if not asked. */
export function tableOrder(id: string, query: URLSearchParams): TableOrder {
  const asked = query.get(`${id}-sort`) ?? "";
  const column = asked.replace(/^-/, "");
  const page = Number(query.get(`${id}-page`) ?? 1);
  return {
    ...(column === "" ? {} : { column }),
    descending: asked.startsWith("-"),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The rows in the order asked for; rows that compare equal stay as they came. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  order: TableOrder,
): readonly Row[] {
  const by = columns.find(({ key }) => key === order.column)?.sort;
  if (by === undefined) return rows;
  return rows.toSorted((a, b) => compared(by(a), by(b), order.descending));
}

function compared(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const ascending =
    typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en-GB");
  return descending ? -ascending : ascending;
}

/** The address of the same page with the table in another order; all else in the query stays. */
export function orderLink(id: string, path: string, query: URLSearchParams, order: TableOrder): string {
  const next = new URLSearchParams(query);
  next.delete(`${id}-page`);
  if (order.column !== undefined) next.set(`${id}-sort`, `${order.descending ? "-" : ""}${order.column}`);
  if (order.page > 1) next.set(`${id}-page`, String(order.page));
  const text = next.toString();
  return `${path}${text === "" ? "" : `?${text}`}#${id}`;
}
