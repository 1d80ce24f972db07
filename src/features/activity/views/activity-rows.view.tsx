import type { ReactNode } from "react";
import type { Day } from "#kernel/period.ts";
import type { Link } from "#platform/web/outcome.ts";
import { Missing } from "#platform/web/view/amount.tsx";
import { Pages } from "#platform/web/view/pages.tsx";
import { count, pounds } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { ActivityRow } from "../drill/drill-down.ts";
import { isPriced } from "../rules/price-status.ts";
import { priceText } from "./currency-table.tsx";
import { type FigureColumn, type FigureTable, FigureTableView, type Standing } from "./figure-table.tsx";
import { many } from "./words.ts";

export interface RowsTable {
  readonly rows: readonly ActivityRow[];
  readonly nameOf: (code: string) => string;
  /** Where the price of a row is explained. */
  readonly priceOf: (row: ActivityRow) => string;
  readonly hasStays: boolean;
  /** Whether they are of one provider, so that its name need not stand in each. */
  readonly isOneProvider: boolean;
}

/** Rows of activity, each leading to why its price is what it is. Nothing in them names a patient. */
export function rowsTable({ rows, nameOf, priceOf, hasStays, isOneProvider }: RowsTable): FigureTable<ActivityRow> {
  const columns: readonly FigureColumn<ActivityRow>[] = [
    { ...{ key: "row", heading: "Row", is: "text" }, value: ({ row_id }) => row_id },
    {
      ...{ key: "day", heading: hasStays ? "Discharged" : "Attended", is: "text" },
      value: ({ happened_on }) => happened_on,
      shown: ({ happened_on }) => <span className="app-amount">{dayText(happened_on as Day)}</span>,
    },
    {
      ...{ key: "provider", heading: "Provider", is: "text", ...(isOneProvider && { only: "file" }) },
      value: ({ provider }) => `${nameOf(provider)} (${provider})`,
    },
    { ...{ key: "days", heading: "Bed days", is: "count", adds: true }, value: ({ bed_days }) => bed_days },
    {
      ...{ key: "list", heading: "List price", is: "pounds", adds: true },
      value: (row) => ifPriced(row, row.base_pence),
    },
    {
      ...{ key: "stay", heading: "Long stay", is: "pounds", adds: true },
      value: (row) => ifPriced(row, row.long_stay_pence),
    },
    {
      ...{ key: "forces", heading: "Market forces", is: "pounds", adds: true },
      value: (row) => ifPriced(row, row.market_forces_pence),
    },
    {
      ...{ key: "price", heading: "Price", is: "pounds", adds: true },
      value: (row) => ifPriced(row, row.pence),
      shown: (row) => <PriceLink row={row} href={priceOf(row)} />,
    },
    {
      ...{ key: "notes", heading: "To know", is: "text" },
      value: ({ status, flags }) => notesText(status === "priced" ? "" : priceText(status), flags),
      shown: (row) => <Notes row={row} href={priceOf(row)} />,
    },
    { ...{ key: "load", heading: "Load", is: "text", only: "file" }, value: ({ load }) => load },
    { ...{ key: "line", heading: "Line of the file", is: "count" }, value: ({ source_row }) => source_row },
  ];
  return {
    id: "rows",
    caption: "Rows as loaded, by day",
    counted: ["row on this page", "rows on this page"],
    columns: columns
      .filter(({ key }) => hasStays || (key !== "days" && key !== "stay"))
      .map((column) => ({ ...column, sorts: false })),
    rows,
    rowKey: ({ load, source_row }) => `${load} ${source_row}`,
  };
}

function ifPriced({ status }: ActivityRow, pence: number): number | undefined {
  return isPriced(status) ? pence : undefined;
}

function PriceLink({ row, href }: { readonly row: ActivityRow; readonly href: string }): ReactNode {
  const text = pounds(row.pence, { pence: true, bare: true });
  return (
    <a className="app-why app-why--figure" href={href}>
      <span className="nhsuk-u-visually-hidden">why is the price of row {row.row_id} £</span>
      <span className="app-amount">{text}</span>
      <span className="nhsuk-u-visually-hidden">?</span>
    </a>
  );
}

function Notes({ row, href }: { readonly row: ActivityRow; readonly href: string }): ReactNode {
  const flags = notesText("", row.flags);
  if (row.status === "priced" && flags === "") return <Missing because="not applicable" />;
  return (
    <>
      {row.status === "priced" ? null : <a href={href}>{priceText(row.status)}</a>} {flags}
    </>
  );
}

function notesText(price: string, flags: string): string {
  const marked =
    flags === ""
      ? ""
      : `Marked at loading: ${flags
          .split(" ")
          .map((code) => code.replaceAll("-", " "))
          .join(", ")}.`;
  return `${price} ${marked}`.trim();
}

interface ActivityRowsProps extends Standing {
  readonly title: string;
  readonly of: string;
  readonly table: FigureTable<ActivityRow>;
  readonly all: { readonly loaded: number; readonly pence: number };
  readonly page: number;
  readonly pages: number;
  readonly pageLink: (page: number) => string;
  readonly back: Link;
  /** Where one of the practice's own patients is looked up, for those who may. */
  readonly patient?: string;
}

/** The rows behind one HRG or treatment function, a page of them at a time. */
export function ActivityRowsView(props: ActivityRowsProps): ReactNode {
  const { title, of, table, all, page, pages, pageLink, back, patient, path, query } = props;
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{of}</span>
        {title}
      </h1>
      <p className="nhsuk-lede-text">
        {many(all.loaded, "row")}, {pounds(all.pence, { pence: true })} in all.
        {pages > 1 ? ` Page ${count(page)} of ${count(pages)}; the totals below are of this page.` : null}
      </p>
      <FigureTableView table={table} path={path} query={query} />
      <Pages caption="the rows" page={page} pages={pages} link={pageLink} />
      <p>
        <a href={back.href}>{back.text}</a>
      </p>
      {patient === undefined ? null : (
        <p>
          <a href={patient}>Find the rows of one of your patients</a>
        </p>
      )}
    </>
  );
}
