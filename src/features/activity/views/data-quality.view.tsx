import type { ReactNode } from "react";
import type { Month } from "#kernel/period.ts";
import type { ListedLoad } from "#platform/lake/index.ts";
import { Headlines } from "#platform/web/view/amount.tsx";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { count } from "#platform/web/words/amounts.ts";
import { monthText } from "#platform/web/words/dates.ts";
import type { CountedFinding } from "../reading/finding-words.ts";
import type { HeldData, WholeHolding } from "../reading/held-data.ts";
import { loadsPath } from "./addresses.ts";
import { type FigureTable, FigureTableView, type Standing } from "./figure-table.tsx";
import { findingsTable } from "./findings-table.tsx";
import { many } from "./words.ts";

interface DataQualityProps extends Standing {
  readonly name: string;
  readonly held: HeldData;
  readonly months: FigureTable<Month>;
  readonly whole: FigureTable<WholeHolding>;
  readonly loads: FigureTable<ListedLoad>;
  readonly findings: readonly CountedFinding[];
}

/** The data behind a PCT's figures: what is held and missing, how far it can be trusted, and why rows were left out. */
export function DataQualityView(props: DataQualityProps): ReactNode {
  const { name, held, months, whole, loads, findings, path, query } = props;
  const standing = { path, query };
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{name}</span>
        The data behind the figures
      </h1>
      {held.loads.length === 0 ? (
        <EmptyState
          title="Nothing is held yet"
          from={`When files with the care of ${name}'s practices are loaded, this page says which months are held, which are missing, and what was odd.`}
          who="PCT finance loads files."
          command="script/chilford load spells.csv --status final"
        />
      ) : (
        <>
          <p className="nhsuk-lede-text">{summaryText(held)}</p>
          <Figures held={held} />
          <MissingMonths held={held} />
          {held.months.length === 0 ? null : <FigureTableView table={months} {...standing} />}
          <FigureTableView table={whole} {...standing} />
          <h2 className="nhsuk-heading-m">What was odd</h2>
          <p>Counts are of whole loads. A load can hold the care of other PCTs too.</p>
          {findings.length === 0 ? (
            <p>Nothing was found wrong with any row.</p>
          ) : (
            <FigureTableView table={findingsTable(findings, "Rows rejected and flagged, by reason")} {...standing} />
          )}
          <FigureTableView table={loads} {...standing} />
          <p>
            <a href={loadsPath()}>Everything that was loaded</a>
          </p>
        </>
      )}
    </>
  );
}

interface Gap {
  readonly title: string;
  readonly months: readonly string[];
}

/** Months without a file, in the span of all that is held. */
function gapsIn({ monthly, months: all }: HeldData): readonly Gap[] {
  return monthly
    .map(({ title, months: own }) => ({
      title,
      months: own.size === 0 ? [] : all.filter((month) => !own.has(month)).map(monthText),
    }))
    .filter((gap) => gap.months.length > 0);
}

function provisionalMonths({ monthly }: HeldData): number {
  const provisional = monthly.flatMap(({ months }) =>
    [...months].filter(([, loads]) => loads.some(({ status }) => status === "provisional")).map(([month]) => month),
  );
  return new Set(provisional).size;
}

function summaryText(held: HeldData): string {
  const [first, last] = [held.months.at(0), held.months.at(-1)];
  if (first === undefined || last === undefined)
    return "No activity is held yet, only data that does not come by month.";
  const missing = new Set(gapsIn(held).flatMap(({ months }) => months)).size;
  const provisional = provisionalMonths(held);
  const span = first === last ? `for ${monthText(first)}` : `from ${monthText(first)} to ${monthText(last)}`;
  const gaps =
    missing === 0 ? "No month is missing" : `${many(missing, "month")} ${missing === 1 ? "lacks" : "lack"} a file`;
  const open =
    provisional === 0
      ? "all are final"
      : `${many(provisional, "month")} ${provisional === 1 ? "is" : "are"} provisional`;
  return `Activity is held ${span}. ${gaps}, and ${open}.`;
}

function Figures({ held: { loads } }: { readonly held: HeldData }): ReactNode {
  const sum = (of: keyof ListedLoad["rows"]) => loads.reduce((total, { rows }) => total + rows[of], 0);
  const madeUp = loads.filter((load) => load.madeUp).length;
  const standIns = loads.filter(({ standIn }) => standIn !== null).length;
  return (
    <Headlines
      figures={[
        { label: "Rows read", figure: count(sum("read")), note: many(loads.length, "load") },
        { label: "Accepted", figure: count(sum("accepted")), note: `${count(sum("flagged"))} of them flagged` },
        { label: "Rejected", figure: count(sum("rejected")), note: "left out of all figures" },
        {
          label: "Not real or not of the year",
          figure: count(madeUp + standIns),
          note: `${many(madeUp, "load")} made up, ${count(standIns)} standing in`,
        },
      ]}
    />
  );
}

function MissingMonths({ held }: { readonly held: HeldData }): ReactNode {
  const gaps = gapsIn(held);
  if (gaps.length === 0) return null;
  return (
    <div className="nhsuk-warning-callout app-caution">
      <h2 className="nhsuk-warning-callout__label">What is missing</h2>
      <ul className="nhsuk-list">
        {gaps.map(({ title, months }) => (
          <li key={title}>
            {title}: {months.join(", ")}
          </li>
        ))}
      </ul>
      <p>Figures that rest on these months are too low. Ask the sender for the files and load them.</p>
    </div>
  );
}
