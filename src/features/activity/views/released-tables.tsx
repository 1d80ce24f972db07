import type { ReactNode } from "react";
import type { Month } from "#kernel/period.ts";
import type { Shown } from "#platform/disclosure/published.ts";
import { Missing } from "#platform/web/view/amount.tsx";
import type { Column } from "#platform/web/view/data-table.tsx";
import { count, pounds } from "#platform/web/words/amounts.ts";
import { monthText } from "#platform/web/words/dates.ts";
import type { ReleasedFigure, ReleasedFigures } from "../releases/released-figures.ts";
import type { PointOfDelivery } from "../rules/point-of-delivery.ts";
import { pointText } from "./words.ts";

type Columns<Row> = readonly [Column<Row>, ...Column<Row>[]];

/** A released count; a suppressed one says so, and can be taken for no figure. */
function ShownCount({ shown }: { readonly shown: Shown }): ReactNode {
  return typeof shown === "number" ? count(shown) : <Missing because="suppressed" />;
}

function Cost({ pence }: Pick<ReleasedFigure, "pence">): ReactNode {
  return pence === undefined ? <Missing because="suppressed" /> : pounds(pence, { bare: true });
}

/** A practice with its name on the day of release. */
type PracticeRow = ReleasedFigures["practices"][number];

/** Practices by point of delivery, over the months of the year. */
export function practiceColumns(figures: ReleasedFigures, href: (practice: string) => string): Columns<PracticeRow> {
  const column = (point: PointOfDelivery | undefined, heading: string): Column<PracticeRow> => ({
    ...{ key: point ?? "all", heading, figure: true },
    cell: ({ code }) => <ShownCount shown={figures.at({ practice: code, point }).shown} />,
    sort: ({ code }) => sortValue(figures.at({ practice: code, point }).shown),
    total: () => <ShownCount shown={figures.at({ point }).shown} />,
  });
  return [
    {
      ...{ key: "practice", heading: "Practice", sort: ({ name }: PracticeRow) => name },
      cell: ({ code, name }) => <a href={href(code)}>{`${name} (${code})`}</a>,
      total: () => "All of the PCT",
    },
    ...figures.points.map((point) => column(point, pointText(point))),
    column(undefined, "Every kind"),
    {
      ...{ key: "cost", heading: "Cost", unit: "£", figure: true },
      cell: ({ code }) => <Cost pence={figures.at({ practice: code }).pence} />,
      sort: ({ code }) => figures.at({ practice: code }).pence,
      total: () => <Cost pence={figures.at({}).pence} />,
    },
  ];
}

/** Points of delivery by month, of one practice or of all. */
export function monthColumns(figures: ReleasedFigures, practice: string | undefined): Columns<PointOfDelivery> {
  const column = (month: Month | undefined, heading: string): Column<PointOfDelivery> => ({
    ...{ key: month ?? "year", heading, figure: true },
    cell: (point) => <ShownCount shown={figures.at({ practice, point, month }).shown} />,
    total: () => <ShownCount shown={figures.at({ practice, month }).shown} />,
  });
  return [
    { key: "point", heading: "Point of delivery", cell: pointText, total: () => "Every kind" },
    ...figures.months.map((month) => column(month, monthText(month))),
    column(undefined, figures.year),
    {
      ...{ key: "cost", heading: `Cost in ${figures.year}`, unit: "£", figure: true },
      cell: (point) => <Cost pence={figures.at({ practice, point }).pence} />,
      total: () => <Cost pence={figures.at({ practice }).pence} />,
    },
  ];
}

/** Suppressed counts stand together, apart from those that are known. */
function sortValue(shown: Shown): number | undefined {
  return typeof shown === "number" ? shown : undefined;
}
