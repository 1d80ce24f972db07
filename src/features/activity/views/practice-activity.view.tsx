import type { ComponentProps, ReactNode } from "react";
import type { Month } from "#kernel/period.ts";
import { Headlines } from "#platform/web/view/amount.tsx";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { count, pounds } from "#platform/web/words/amounts.ts";
import { monthText } from "#platform/web/words/dates.ts";
import type { MonthSpan } from "../reading/asked-activity.ts";
import type { PracticeActivity } from "../reading/practice-activity.ts";
import { type ActivityPlace, activityPath } from "./addresses.ts";
import { FigureTableView, type Standing } from "./figure-table.tsx";
import { monthTable, pointTable, unpricedTable } from "./practice-tables.tsx";
import { ReleasedOnly } from "./released-only.view.tsx";
import { many, spanText } from "./words.ts";

interface PracticeActivityProps extends Standing {
  readonly name: string;
  readonly place: ActivityPlace;
  readonly span: MonthSpan;
  readonly months: readonly Month[];
  /** The year whose prices count. */
  readonly priceYear: string;
  readonly activity: PracticeActivity;
  /** Where the data behind it is shown. */
  readonly quality: string;
  /** Where one of its own patients is looked up, for those who may. */
  readonly patient?: string;
}

/** A practice's activity: where it stands, by point of delivery, what has no price, and month by month. */
export function PracticeActivityView(props: PracticeActivityProps): ReactNode {
  const { name, span, activity, place, path, query, quality, patient } = props;
  const standing = { path, query };
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{spanText(span)}</span>
        What patients of {name} had
      </h1>
      {activity.total.loaded === 0 ? (
        <NoActivity {...props} />
      ) : (
        <>
          <p className="nhsuk-lede-text">{summaryText(props)}</p>
          <Figures {...props} />
          <OtherMonths {...props} />
          <FigureTableView table={pointTable(activity, place)} {...standing} />
          <Unpriced activity={activity} place={place} {...standing} />
          {span.only === undefined ? <FigureTableView table={monthTable(activity, place)} {...standing} /> : null}
        </>
      )}
      <p>
        <a href={quality}>Quality of the data behind these figures</a>
      </p>
      {patient === undefined ? null : (
        <p>
          <a href={patient}>Find the rows of one of your patients</a>
        </p>
      )}
    </>
  );
}

interface ReleasedInsteadProps extends ComponentProps<typeof ReleasedOnly> {
  readonly name: string;
  readonly span: MonthSpan;
}

/** Where the activity would be, for those who see it only as it was released. */
export function ReleasedInstead({ name, span, ...released }: ReleasedInsteadProps): ReactNode {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{spanText(span)}</span>
        What patients of {name} had
      </h1>
      <ReleasedOnly {...released} />
    </>
  );
}

function summaryText({ activity: { total }, priceYear }: PracticeActivityProps): string {
  const cost = `At the prices of ${priceYear} it cost ${pounds(total.pence)}`;
  if (total.unpriced === 0) return `${cost}. Every row has a price.`;
  return `${cost}. ${many(total.unpriced, "row has", "rows have")} no price, so what ${total.unpriced === 1 ? "it" : "they"} cost is not in it.`;
}

function Figures({ activity, priceYear }: PracticeActivityProps): ReactNode {
  const { total } = activity;
  return (
    <Headlines
      figures={[
        { label: `Cost at the prices of ${priceYear}`, figure: pounds(total.pence), note: "what has a price" },
        { label: "Rows of care", figure: count(total.loaded), note: "as loaded" },
        { label: "Without a price", figure: count(total.unpriced), note: `${count(total.priced)} have one` },
        { label: "Bed days", figure: count(total.bedDays) },
      ]}
    />
  );
}

/** The way to the months before and after, where one alone is shown. */
function OtherMonths({ months, span: { only }, place }: PracticeActivityProps): ReactNode {
  if (only === undefined) return null;
  const around = [-1, 1].flatMap((step) => months[months.indexOf(only) + step] ?? []);
  const links = [undefined, ...around].map((month) => ({
    text: month === undefined ? "All months" : monthText(month),
    href: activityPath({ ...place, month }),
  }));
  return (
    <p>
      {links.map(({ text, href }, at) => (
        <span key={href}>
          {at === 0 ? null : " · "}
          <a href={href}>{text}</a>
        </span>
      ))}
    </p>
  );
}

function Unpriced({
  activity,
  place,
  ...standing
}: Pick<PracticeActivityProps, "activity" | "place"> & Standing): ReactNode {
  const { total, withoutMarketForces } = activity;
  return (
    <section>
      <h2 className="nhsuk-heading-m">What could not be priced</h2>
      <p>
        {count(total.priced)} priced + {count(total.unpriced)} not priced = {count(total.loaded)} loaded.
        {withoutMarketForces === 0
          ? null
          : ` ${many(withoutMarketForces, "priced row counts", "priced rows count")} with a market forces factor of 1, since none is loaded for the provider.`}
      </p>
      {activity.unpriced.length === 0 ? null : <FigureTableView table={unpricedTable(activity, place)} {...standing} />}
    </section>
  );
}

function NoActivity({ name, span }: PracticeActivityProps): ReactNode {
  return (
    <EmptyState
      title="Nothing here for these months"
      from={`The activity loaded for ${spanText(span)} has no row of ${name}.`}
      who="PCT finance loads activity files; the page on the data behind shows which months are held."
      command="script/chilford load spells.csv --status final"
    />
  );
}
