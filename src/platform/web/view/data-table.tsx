import type { ReactNode } from "react";
import type { Link } from "../outcome.ts";
import { count } from "../words/amounts.ts";
import { Pages } from "./pages.tsx";
import { orderLink, type SortValue, sorted, type TableOrder, tableOrder } from "./table-order.ts";

/** A column: its head, what it shows of a row, and by what it sorts. */
export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  /** What the figures are in, such as `£`; said once, in the head. */
  readonly unit?: string;
  /** Figures stand to the right in tabular digits. */
  readonly figure?: boolean;
  readonly cell: (row: Row) => ReactNode;
  readonly sort?: (row: Row) => SortValue;
  /** The foot of the column, from all rows of the table, not only those of this page. */
  readonly total?: (rows: readonly Row[]) => ReactNode;
}

export interface DataTableProps<Row> {
  /** Names the table in addresses, so that several on one page sort apart. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What one row and several are called: `["practice", "practices"]`. */
  readonly counted?: readonly [string, string];
  readonly path?: string;
  readonly query?: URLSearchParams;
  readonly downloads?: readonly Link[];
  readonly pageSize?: number;
}

const NO_QUERY = new URLSearchParams();

/** A table that sorts by link, counts its rows, adds up and goes on in pages; the first column heads each row. */
export function DataTable<Row>(table: DataTableProps<Row>): ReactNode {
  const { id, columns, rows, path = "", query = NO_QUERY, pageSize = 50 } = table;
  const order = tableOrder(id, query);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(order.page, pages);
  const shown = sorted(rows, columns, order).slice((page - 1) * pageSize, page * pageSize);
  const link = (to: TableOrder) => orderLink(id, path, query, to);
  return (
    <div id={id}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard. */}
      <section className="app-scroll" tabIndex={0} aria-labelledby={`${id}-caption`}>
        <table className="nhsuk-table app-table">
          <caption className="nhsuk-table__caption" id={`${id}-caption`}>
            <span className="app-table__caption">{table.caption}</span>
          </caption>
          <Head columns={columns} order={order} link={link} />
          <tbody className="nhsuk-table__body">
            {shown.map((row) => (
              <Cells key={table.rowKey(row)} columns={columns} content={(column) => column.cell(row)} />
            ))}
          </tbody>
          {columns.some(({ total }) => total !== undefined) && rows.length > 0 ? (
            <tfoot>
              <Cells
                columns={columns}
                content={(column) => column.total?.(rows) ?? (column === columns[0] ? "Total" : null)}
              />
            </tfoot>
          ) : null}
        </table>
      </section>
      <div className="app-table__below">
        <p>{countText(table, page, shown.length)}</p>
        <Pages caption={table.caption} page={page} pages={pages} link={(to) => link({ ...order, page: to })} />
        <Downloads links={table.downloads ?? []} />
      </div>
    </div>
  );
}

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly order: TableOrder;
  readonly link: (order: TableOrder) => string;
}

function Head<Row>({ columns, order, link }: HeadProps<Row>): ReactNode {
  return (
    <thead className="nhsuk-table__head">
      <tr>
        {columns.map((column) =>
          column.sort === undefined ? (
            <th key={column.key} scope="col" className={headClass(column)}>
              {column.heading}
              <Unit column={column} />
            </th>
          ) : (
            <SortingHead key={column.key} column={column} order={order} link={link} />
          ),
        )}
      </tr>
    </thead>
  );
}

interface SortingHeadProps<Row> extends Pick<HeadProps<Row>, "order" | "link"> {
  readonly column: Column<Row>;
}

function SortingHead<Row>({ column, order, link }: SortingHeadProps<Row>): ReactNode {
  const direction = column.key === order.column ? (order.descending ? "descending" : "ascending") : undefined;
  // The first press on a figure shows the largest, the first on a name the first of the alphabet.
  const descending = direction === undefined ? column.figure === true : direction === "ascending";
  return (
    <th scope="col" className={headClass(column)} data-sort="true" aria-sort={direction}>
      <a className="nhsuk-link" href={link({ column: column.key, descending, page: 1 })}>
        {column.heading}
      </a>
      <Unit column={column} />
    </th>
  );
}

function Unit<Row>({ column }: { readonly column: Column<Row> }): ReactNode {
  return column.unit === undefined ? null : <span className="app-table__unit">{column.unit}</span>;
}

function headClass<Row>({ figure }: Column<Row>): string {
  return `nhsuk-table__header${figure ? " app-table__figure" : ""}`;
}

interface CellsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly content: (column: Column<Row>) => ReactNode;
}

function Cells<Row>({ columns, content }: CellsProps<Row>): ReactNode {
  return (
    <tr className="nhsuk-table__row">
      {columns.map((column, index) => {
        const right = column.figure ? " app-table__figure" : "";
        return index === 0 ? (
          <th key={column.key} scope="row" className={`nhsuk-table__header${right}`}>
            {content(column)}
          </th>
        ) : (
          <td key={column.key} className={`nhsuk-table__cell${right}`}>
            {content(column)}
          </td>
        );
      })}
    </tr>
  );
}

function countText<Row>(table: DataTableProps<Row>, page: number, shown: number): string {
  const { rows, pageSize = 50, counted: [one, many] = ["row", "rows"] } = table;
  const all = `${count(rows.length)} ${rows.length === 1 ? one : many}`;
  const first = (page - 1) * pageSize + 1;
  return rows.length <= pageSize ? all : `${count(first)} to ${count(first + shown - 1)} of ${all}`;
}

function Downloads({ links }: { readonly links: readonly Link[] }): ReactNode {
  if (links.length === 0) return null;
  return (
    <p className="app-download">
      {links.map(({ text, href }, index) => (
        <span key={href}>
          {index === 0 ? null : ", "}
          <a href={href}>{text}</a>
        </span>
      ))}
    </p>
  );
}
