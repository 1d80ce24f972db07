import { isMonth } from "#kernel/period.ts";
import { dayText, monthText } from "#platform/web/words/dates.ts";
import type { TitleOf } from "../reading/all-loads.ts";
import type { ExpectedLoad } from "../rules/expected-loads.ts";
import { loadPath } from "./addresses.ts";
import type { FigureTable } from "./figure-table.tsx";
import { many } from "./words.ts";

interface BoardTable {
  readonly rows: readonly ExpectedLoad[];
  readonly titleOf: TitleOf;
  readonly nameOf: (pct: string) => string;
  readonly caption: string;
}

/** Expected files and what came of them, on a page, in a file and on a terminal alike. */
export function loadBoardTable({ rows, titleOf, nameOf, caption }: BoardTable): FigureTable<ExpectedLoad> {
  return {
    id: "board",
    caption,
    counted: ["expected file", "expected files"],
    rows,
    rowKey: ({ dataset, pct, period }) => `${dataset} ${pct} ${period}`,
    columns: [
      { key: "dataset", heading: "What it holds", is: "text", value: ({ dataset }) => titleOf(dataset) },
      { key: "pct", heading: "PCT", is: "text", value: ({ pct }) => nameOf(pct) },
      {
        ...{ key: "period", heading: "Of", is: "text" },
        value: ({ period }) => period,
        shown: ({ period }) => periodText(period),
      },
      { key: "state", sorts: false, heading: "How it stands", is: "text", value: stateText },
      {
        ...{ key: "provisional", heading: "Provisional due", is: "text" },
        value: ({ provisionalBy }) => provisionalBy,
        shown: ({ provisionalBy }) => provisionalBy && dayText(provisionalBy),
      },
      {
        ...{ key: "final", heading: "Final due", is: "text" },
        value: ({ finalBy }) => finalBy,
        shown: ({ finalBy }) => dayText(finalBy),
      },
      {
        ...{ key: "came", heading: "First came", is: "text" },
        value: ({ came }) => came?.on,
        shown: ({ came }) => came && <a href={loadPath(came.load)}>{dayText(came.on)}</a>,
      },
      { key: "late", heading: "Days late", is: "count", value: ({ daysLate }) => daysLate },
    ],
  };
}

function periodText(period: ExpectedLoad["period"]): string {
  return isMonth(period) ? monthText(period) : `quarter from ${dayText(period)}`;
}

/** How an expected file stands, in words that say what is wanting. */
export function stateText({ state, came, daysLate }: ExpectedLoad): string {
  const late = many(daysLate, "day");
  switch (state) {
    case "final":
      return daysLate === 0 ? "here, final" : `here, final; it came ${late} late`;
    case "provisional":
      return "here, provisional";
    case "awaited":
      return "awaited";
    case "late":
      return came === undefined ? `late: nothing came, ${late} after it was due` : `late: final due ${late} ago`;
    case "missing":
      return `missing: nothing came, ${late} after it was due`;
  }
}

/** Where the loads stand, in a sentence: what is late and missing first. */
export function boardSummary(rows: readonly ExpectedLoad[]): string {
  if (rows.length === 0) return "Nothing is expected yet: no file of any PCT was loaded by then.";
  const count = (state: ExpectedLoad["state"]) => rows.filter((row) => row.state === state).length;
  const open = rows.filter(({ state }) => state === "awaited" || state === "provisional");
  const next = open
    .map(({ state, provisionalBy, finalBy }) => (state === "awaited" ? (provisionalBy ?? finalBy) : finalBy))
    .toSorted()[0];
  const [missing, late] = [count("missing"), count("late")];
  const first =
    missing + late === 0
      ? "Nothing is late."
      : `${many(late, "file")} ${late === 1 ? "is" : "are"} late and ${many(missing, "file")} missing.`;
  const then =
    next === undefined
      ? ""
      : ` ${many(open.length, "more is", "more are")} on the way, the next due on ${dayText(next)}.`;
  return `${first}${then}`;
}
