import type { ReactNode } from "react";
import type { ListedLoad } from "#platform/lake/index.ts";
import type { Link } from "#platform/web/outcome.ts";
import { Headlines } from "#platform/web/view/amount.tsx";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { SelectField, SubmitButton } from "#platform/web/view/form.tsx";
import { count } from "#platform/web/words/amounts.ts";
import type { CountedFinding } from "../reading/finding-words.ts";
import { loadBoardPath, loadFilePath } from "./addresses.ts";
import { type FigureTable, FigureTableView, type Standing } from "./figure-table.tsx";
import { findingsTable } from "./findings-table.tsx";
import { fateText, loadNotes, monthsOf } from "./load-words.ts";
import { momentText, spanText } from "./words.ts";

interface LoadsProps extends Standing {
  readonly table: FigureTable<ListedLoad>;
  /** The datasets to choose from, and the one chosen. */
  readonly datasets: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: string;
  readonly mayLoad: boolean;
}

/** What was loaded, the newest first. */
export function LoadsView({ table, datasets, chosen, mayLoad, path, query }: LoadsProps): ReactNode {
  const load = { text: "Load a file", href: loadFilePath() };
  return (
    <>
      <h1 className="nhsuk-heading-l">What was loaded</h1>
      {mayLoad ? (
        <p>
          <a href={load.href}>{load.text}</a>
        </p>
      ) : null}
      <p>
        <a href={loadBoardPath()}>What is expected, and what is late</a>
      </p>
      <form method="get" action={path} className="app-filter">
        <SelectField
          name="dataset"
          label="What it holds"
          problems={[]}
          entered={chosen}
          options={[{ value: "", text: "Everything" }, ...datasets]}
        />
        <SubmitButton>Show</SubmitButton>
      </form>
      {table.rows.length === 0 ? (
        <EmptyState
          title="Nothing has been loaded yet"
          from="Each file that was checked and published is listed here, with how its rows fared."
          who="PCT finance loads files."
          command="script/chilford load spells.csv --status final"
          {...(mayLoad && { action: load })}
        />
      ) : (
        <FigureTableView table={table} path={path} query={query} />
      )}
    </>
  );
}

interface LoadProps extends Standing {
  readonly load: ListedLoad;
  readonly title: string;
  readonly findings: readonly CountedFinding[];
  /** Said once, after it was handed in. */
  readonly news?: string;
  /** Where its rejected rows can be handed in, once corrected. */
  readonly correct?: Link;
}

/** One load: what it is, how its rows fared, and why. */
export function LoadView({ load, title, findings, news, correct, path, query }: LoadProps): ReactNode {
  const { rows, fileName } = load;
  return (
    <>
      {news === undefined ? null : (
        <div className="nhsuk-inset-text">
          <p>{news}</p>
        </div>
      )}
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{title}</span>
        {fileName}
      </h1>
      <p className="nhsuk-lede-text">{fateText(rows)}</p>
      <RowFigures rows={rows} />
      <Facts load={load} />
      {findings.length === 0 ? (
        <p>Nothing was found wrong with any row.</p>
      ) : (
        <FigureTableView table={findingsTable(findings, "What was found")} path={path} query={query} />
      )}
      {correct === undefined || rows.rejected === 0 ? null : (
        <p>
          <a href={correct.href}>{correct.text}</a>
        </p>
      )}
    </>
  );
}

type Rows = ListedLoad["rows"];

/** Read = accepted + rejected. */
export function RowFigures({ rows }: { readonly rows: Rows }): ReactNode {
  const { read, accepted, flagged, rejected } = rows;
  return (
    <Headlines
      figures={[
        { label: "Rows read", figure: count(read), note: "accepted + rejected" },
        { label: "Accepted", figure: count(accepted), note: "rows that count" },
        { label: "Flagged", figure: count(flagged), note: "accepted, but something is odd" },
        { label: "Rejected", figure: count(rejected), note: "left out" },
      ]}
    />
  );
}

function Facts({ load }: { readonly load: ListedLoad }): ReactNode {
  const months = monthsOf(load);
  const { layout, status, batch, actor, at, settings } = load;
  const set = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Loaded", `${momentText(at)} by ${actor}`],
    ["Status", status],
    ["Months", months && spanText(months)],
    ["Layout", layout],
    ["Batch", batch === "all" ? undefined : batch],
    ["Settings", set.length === 0 ? undefined : set.join(", ")],
    ["To know", loadNotes(load, false).join(" ") || undefined],
    ["Name of the load", load.load],
  ];
  return (
    <dl className="nhsuk-summary-list">
      {facts.map(([term, words]) =>
        words === undefined ? null : (
          <div key={term} className="nhsuk-summary-list__row">
            <dt className="nhsuk-summary-list__key">{term}</dt>
            <dd className="nhsuk-summary-list__value">{words}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
