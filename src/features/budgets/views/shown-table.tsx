import type { ReactNode } from "react";
import { pence } from "#kernel/money.ts";
import type { Link } from "#platform/web/outcome.ts";
import { FigureLink, Missing, Money } from "#platform/web/view/amount.tsx";
import { type Column, DataTable } from "#platform/web/view/data-table.tsx";
import { type Heading, type Shown, shownText, sortValue, sumOf, type Table, type TableRow } from "./shown.ts";

/** Where a table stands: the page's path and query, which its links keep. */
export interface Standing {
  readonly path: string;
  readonly query: URLSearchParams;
}

interface ShownTableProps extends Standing {
  readonly table: Table;
  readonly pageSize?: number;
}

/** A table on a page, each figure leading to why, with the file of exactly its rows. */
export function ShownTable({ table, path, query, pageSize }: ShownTableProps): ReactNode {
  const [first, ...others] = table.columns.map((heading, index) => columnOf(table, heading, index));
  if (first === undefined) return null;
  return (
    <DataTable
      id={table.id}
      caption={table.caption}
      columns={[first, ...others]}
      rows={table.rows}
      rowKey={({ key }) => key}
      counted={table.counted}
      path={path}
      query={query}
      {...(pageSize !== undefined && { pageSize })}
      downloads={table.rows.length === 0 ? [] : [downloadOf(table, { path, query })]}
    />
  );
}

/** Leads to the rows of a table as a file, in the order in which the page has them. */
function downloadOf({ id, caption }: Table, { path, query }: Standing): Link {
  const wanted = new URLSearchParams(query);
  wanted.set("csv", id);
  return { text: `Download “${caption.split(":")[0]}” (CSV)`, href: `${path}?${wanted}` };
}

function columnOf(table: Table, heading: Heading, index: number): Column<TableRow> {
  const { key, heading: words, unit, figure, adds } = heading;
  return {
    key,
    heading: words,
    ...(unit !== undefined && { unit }),
    ...((figure || unit !== undefined) && { figure: true }),
    cell: (row) => {
      const cell = row.cells[index];
      if (cell === undefined) return null;
      return <Cell shown={cell} heading={heading} of={index === 0 ? undefined : nameOf(row)} />;
    },
    ...(!table.isOrdered && {
      sort: (row: TableRow) => sortValue(row.cells[index] ?? { kind: "absent", because: "not applicable" }),
    }),
    ...(adds && {
      total: () => (
        <Money amount={pence(sumOf(table, index))} bare={unit === "£"} {...(heading.pence && { pence: true })} />
      ),
    }),
  };
}

/** What a row is called, without what tells it from others. */
function nameOf({ cells: [first] }: TableRow): string {
  return first.kind === "text" ? first.text : shownText(first);
}

interface CellProps {
  readonly shown: Shown;
  readonly heading: Heading;
  readonly of: string | undefined;
}

function Cell({ shown, heading, of }: CellProps): ReactNode {
  switch (shown.kind) {
    case "absent":
      return <Missing because={shown.because} />;
    case "text":
      return <Words shown={shown} />;
    case "money":
    case "rate":
      return shown.why === undefined ? (
        <span className="app-amount">{shownText(shown, heading)}</span>
      ) : (
        <Explained shown={shown} why={shown.why} heading={heading} of={of} />
      );
    case "ratio":
    case "count":
      return <span className="app-amount">{shownText(shown, heading)}</span>;
  }
}

interface ExplainedProps extends Omit<CellProps, "shown"> {
  readonly shown: Extract<Shown, { kind: "money" | "rate" }>;
  readonly why: string;
}

function Explained({ shown, why, heading, of }: ExplainedProps): ReactNode {
  const unit = shown.kind === "money" ? "pence" : "basis points";
  const value = shown.kind === "money" ? shown.pence : shown.basisPoints;
  const style = {
    bare: heading.unit === "£",
    ...(shown.change && { change: true }),
    ...(heading.pence && { pence: true }),
  };
  return (
    <FigureLink
      figure={{ label: heading.heading.toLowerCase(), value, unit }}
      why={why}
      style={style}
      {...(of !== undefined && { of })}
    />
  );
}

function Words({ shown }: { readonly shown: Extract<Shown, { kind: "text" }> }): ReactNode {
  const { text, href, more } = shown;
  return (
    <>
      {href === undefined ? text : <a href={href}>{text}</a>}
      {more === undefined ? null : <span className="app-table__unit">{more}</span>}
    </>
  );
}
