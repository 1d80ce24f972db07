import type { ReactNode } from "react";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { count, pounds } from "#platform/web/words/amounts.ts";
import type { CurrencyRow } from "../drill/drill-down.ts";
import { isPriced } from "../rules/price-status.ts";
import { type FigureTable, FigureTableView, type Standing } from "./figure-table.tsx";
import { many } from "./words.ts";

interface ActivityByCurrencyProps extends Standing {
  readonly title: string;
  readonly of: string;
  readonly priceYear: string;
  readonly table: FigureTable<CurrencyRow>;
  /** What the snapshot's figure is, to which the lines should add up. */
  readonly figure: { readonly loaded: number; readonly pence: number };
  readonly mayOpenRows: boolean;
}

/** One point of delivery by HRG or treatment function and provider, dearest first. */
export function ActivityByCurrencyView(props: ActivityByCurrencyProps): ReactNode {
  const { title, of, table, path, query, figure, mayOpenRows } = props;
  const loaded = table.rows.reduce((sum, line) => sum + line.rows_loaded, 0);
  const pence = table.rows.reduce((sum, line) => sum + line.pence, 0);
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{of}</span>
        {title}
      </h1>
      {table.rows.length === 0 ? (
        <EmptyState
          title="Nothing here for these months"
          from={`The activity loaded has no row of this kind: ${title.toLowerCase()}.`}
          who="PCT finance loads activity files; the practice's page shows what there is."
        />
      ) : (
        <>
          <p className="nhsuk-lede-text">{summaryText(props, loaded, pence)}</p>
          {loaded === figure.loaded && pence === figure.pence ? null : (
            <Differs figure={figure} now={{ loaded, pence }} />
          )}
          <FigureTableView table={table} path={path} query={query} />
          {mayOpenRows ? null : (
            <p>Single rows are open to the practice itself and to PCT finance. Ask one of them about a line.</p>
          )}
        </>
      )}
    </>
  );
}

interface PointTotalsProps extends Pick<ActivityByCurrencyProps, "title" | "of" | "priceYear" | "figure"> {
  readonly children: ReactNode;
}

/** One point of delivery added up, for those who see no more of it than that. */
export function PointTotalsView({ title, of, priceYear, figure, children }: PointTotalsProps): ReactNode {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{of}</span>
        {title}
      </h1>
      <p className="nhsuk-lede-text">
        {pounds(figure.pence)} at the prices of {priceYear}, for {many(figure.loaded, "row")}.
      </p>
      {children}
    </>
  );
}

function summaryText({ table, priceYear }: ActivityByCurrencyProps, loaded: number, pence: number): string {
  const unpriced = table.rows.reduce((sum, line) => sum + (isPriced(line.status) ? 0 : line.rows_loaded), 0);
  const end = unpriced === 0 ? "all of them priced" : `${count(unpriced)} of them without a price`;
  return `${pounds(pence)} at the prices of ${priceYear}, for ${many(loaded, "row")}, ${end}.`;
}

interface Both {
  readonly loaded: number;
  readonly pence: number;
}

/** The rules may have changed since the figure was made: the lines are worked out now, the figure was then. */
function Differs({ figure, now }: { readonly figure: Both; readonly now: Both }): ReactNode {
  return (
    <div className="nhsuk-warning-callout app-caution">
      <h2 className="nhsuk-warning-callout__label">These lines do not add up to the figure</h2>
      <p>
        The snapshot has {pounds(figure.pence, { pence: true })} for {many(figure.loaded, "row")}; these lines come to{" "}
        {pounds(now.pence, { pence: true })} for {many(now.loaded, "row")}. Pricing rules of the place have changed
        since the snapshot was published. Draft the budgets again to have both alike.
      </p>
    </div>
  );
}
