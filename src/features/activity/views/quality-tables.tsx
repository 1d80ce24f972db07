import type { ReactNode } from "react";
import type { Month } from "#kernel/period.ts";
import type { ListedLoad } from "#platform/lake/index.ts";
import { Missing } from "#platform/web/view/amount.tsx";
import { monthText } from "#platform/web/words/dates.ts";
import type { HeldData, MonthlyHolding, WholeHolding } from "../reading/held-data.ts";
import { loadPath, loadsPath } from "./addresses.ts";
import type { FigureColumn, FigureTable } from "./figure-table.tsx";
import { loadNotes } from "./load-words.ts";
import { many, momentText } from "./words.ts";

/** Which months of which dataset are held, the newest first: final, provisional, or not supplied. */
export function monthsTable({ monthly, months }: HeldData, isAllMadeUp: boolean): FigureTable<Month> {
  const held = monthly.filter((each) => each.months.size > 0);
  return {
    id: "months",
    caption: "Months held",
    counted: ["month", "months"],
    rows: months.toReversed(),
    rowKey: (month) => month,
    columns: [
      {
        ...{ key: "month", heading: "Month", is: "text" },
        value: (month) => month,
        shown: (month) => <span className="app-amount">{monthText(month)}</span>,
      },
      ...held.map((each) => holdingColumn(each, isAllMadeUp)),
    ],
  };
}

function holdingColumn({ dataset, title, months }: MonthlyHolding, isAllMadeUp: boolean): FigureColumn<Month> {
  return {
    ...{ key: dataset, heading: title, is: "text", sorts: false },
    value: (month) => holdingText(months.get(month) ?? [], isAllMadeUp),
    shown: (month) => <Holding {...{ dataset, isAllMadeUp }} loads={months.get(month) ?? []} />,
  };
}

interface HoldingProps {
  readonly dataset: string;
  readonly loads: readonly ListedLoad[];
  readonly isAllMadeUp: boolean;
}

function Holding({ dataset, loads, isAllMadeUp }: HoldingProps): ReactNode {
  const [only, ...others] = loads;
  if (only === undefined) return <Missing because="not supplied" />;
  return <a href={others.length === 0 ? loadPath(only.load) : loadsPath(dataset)}>{holdingText(loads, isAllMadeUp)}</a>;
}

/** What stands in a month: the weakest of its loads says how far it can be trusted. */
function holdingText(loads: readonly ListedLoad[], isAllMadeUp: boolean): string {
  if (loads.length === 0) return "not supplied";
  const status = loads.some((load) => load.status === "provisional") ? "provisional" : "final";
  const several = loads.length === 1 ? "" : `, ${many(loads.length, "load")}`;
  const made = !isAllMadeUp && loads.some(({ madeUp }) => madeUp) ? ", made up" : "";
  const standsIn = loads.some(({ standIn }) => standIn !== null) ? ", stand-in" : "";
  return `${status}${several}${made}${standsIn}`;
}

/** What does not come by month: lists, prices, organisations and so on. */
export function wholeTable({ whole }: HeldData, isAllMadeUp: boolean): FigureTable<WholeHolding> {
  return {
    id: "whole",
    caption: "Data that does not come by month",
    counted: ["kind", "kinds"],
    rows: whole,
    rowKey: ({ dataset }) => dataset,
    columns: [
      { ...{ key: "title", heading: "What it is", is: "text" }, value: ({ title }) => title },
      {
        ...{ key: "held", heading: "Held", is: "text" },
        value: ({ loads }) => holdingText(loads, isAllMadeUp),
        shown: ({ dataset, loads }) => <Holding {...{ dataset, loads, isAllMadeUp }} />,
      },
      {
        ...{ key: "newest", heading: "Newest load", is: "text" },
        value: ({ loads }) => loads[0]?.at,
        shown: ({ loads }) => momentText(loads[0]?.at ?? ""),
      },
      {
        ...{ key: "notes", heading: "To know", is: "text" },
        value: ({ loads }) =>
          [...new Set(loads.flatMap((load) => loadNotes(load, isAllMadeUp)))].join(" ") || undefined,
      },
    ],
  };
}
