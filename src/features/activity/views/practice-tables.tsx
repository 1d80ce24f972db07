import { monthText } from "#platform/web/words/dates.ts";
import type { MonthTotal, PointTotal, PracticeActivity, UnpricedRows } from "../reading/practice-activity.ts";
import { type ActivityPlace, activityPath, pointPath } from "./addresses.ts";
import type { FigureTable } from "./figure-table.tsx";
import { pointText, statusText } from "./words.ts";

/** What a practice's patients had by point of delivery, each leading to what is behind it. */
export function pointTable({ points }: PracticeActivity, place: ActivityPlace): FigureTable<PointTotal> {
  return {
    id: "points",
    caption: "By point of delivery",
    counted: ["point of delivery", "points of delivery"],
    rows: points,
    rowKey: ({ pointOfDelivery }) => pointOfDelivery,
    columns: [
      {
        ...{ key: "point", heading: "Point of delivery", is: "text" },
        value: ({ pointOfDelivery }) => pointText(pointOfDelivery),
        shown: ({ pointOfDelivery }) => <a href={pointPath(place, pointOfDelivery)}>{pointText(pointOfDelivery)}</a>,
      },
      { ...{ key: "loaded", heading: "Rows", is: "count", adds: true }, value: ({ loaded }) => loaded },
      { ...{ key: "priced", heading: "Priced", is: "count", adds: true }, value: ({ priced }) => priced },
      { ...{ key: "unpriced", heading: "Not priced", is: "count", adds: true }, value: ({ unpriced }) => unpriced },
      { ...{ key: "days", heading: "Bed days", is: "count", adds: true }, value: ({ bedDays }) => bedDays },
      { ...{ key: "cost", heading: "Cost", is: "pounds", adds: true }, value: ({ pence }) => pence },
    ],
  };
}

/** What has no price, by reason, with what would give it one. */
export function unpricedTable({ unpriced }: PracticeActivity, place: ActivityPlace): FigureTable<UnpricedRows> {
  return {
    id: "unpriced",
    caption: "What has no price, and why",
    counted: ["reason", "reasons"],
    rows: unpriced,
    rowKey: ({ status, pointOfDelivery }) => `${status} ${pointOfDelivery}`,
    columns: [
      { ...{ key: "why", heading: "Why", is: "text" }, value: ({ status }) => statusText(status).what },
      {
        ...{ key: "point", heading: "Point of delivery", is: "text" },
        value: ({ pointOfDelivery }) => pointText(pointOfDelivery),
        shown: ({ pointOfDelivery }) => <a href={pointPath(place, pointOfDelivery)}>{pointText(pointOfDelivery)}</a>,
      },
      { ...{ key: "rows", heading: "Rows", is: "count", adds: true }, value: ({ rows }) => rows },
      {
        ...{ key: "todo", heading: "What to do", is: "text" },
        value: ({ status }) => statusText(status).todo || undefined,
      },
    ],
  };
}

/** Month by month, at the prices of its own year and at the budget year's. */
export function monthTable({ months }: PracticeActivity, place: ActivityPlace): FigureTable<MonthTotal> {
  return {
    id: "months",
    caption: "By month",
    counted: ["month", "months"],
    rows: months,
    rowKey: ({ month }) => month,
    columns: [
      { ...{ key: "month-code", heading: "Month", is: "text", only: "file" }, value: ({ month }) => month },
      {
        ...{ key: "month", heading: "Month", is: "text", only: "page" },
        value: ({ month }) => month,
        shown: ({ month }) => <a href={activityPath({ ...place, month })}>{monthText(month)}</a>,
      },
      { ...{ key: "loaded", heading: "Rows", is: "count", adds: true }, value: ({ loaded }) => loaded },
      {
        ...{ key: "own", heading: "At its own year's prices", is: "pounds", adds: true },
        value: ({ ownPence }) => ownPence,
      },
      {
        ...{ key: "budget", heading: "At the budget year's prices", is: "pounds", adds: true },
        value: ({ budgetPence }) => budgetPence,
      },
    ],
  };
}
