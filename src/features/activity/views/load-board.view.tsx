import type { ReactNode } from "react";
import type { Day } from "#kernel/period.ts";
import { Headlines } from "#platform/web/view/amount.tsx";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { SelectField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { count } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { ExpectedLoad, LoadState } from "../rules/expected-loads.ts";
import { loadsPath } from "./addresses.ts";
import { type FigureTable, FigureTableView, type Standing } from "./figure-table.tsx";
import { boardSummary } from "./load-board-table.tsx";

interface LoadBoardProps extends Standing {
  readonly asOf: Day;
  /** Everything expected, and of it what is shown. */
  readonly all: readonly ExpectedLoad[];
  readonly table: FigureTable<ExpectedLoad>;
  readonly show: "open" | "all";
  readonly pcts: readonly { readonly value: string; readonly text: string }[];
  readonly pct: string;
  /** Where the rules stand by which files are expected. */
  readonly rules: string;
}

/** What is expected of each PCT by when, what came and what is late, as of a day. */
export function LoadBoardView(props: LoadBoardProps): ReactNode {
  const { asOf, all, table, path, query, rules } = props;
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">As of {dayText(asOf)}</span>
        Expected, arrived and late loads
      </h1>
      {all.length === 0 ? (
        <EmptyState
          title="Nothing is expected yet"
          from="Once a file of a PCT's activity, prescribing or lists is loaded, the files that should follow are expected here, month by month."
          who="PCT finance and information load files."
          command="script/chilford load spells.csv --status provisional"
        />
      ) : (
        <>
          <p className="nhsuk-lede-text">{boardSummary(all)}</p>
          <States all={all} />
          <Choice {...props} />
          {table.rows.length === 0 ? (
            <p>Every expected file is here and final.</p>
          ) : (
            <FigureTableView table={table} path={path} query={query} />
          )}
        </>
      )}
      <p>
        <a href={rules}>The rules by which files are expected</a>
      </p>
      <p>
        <a href={loadsPath()}>What was loaded</a>
      </p>
    </>
  );
}

function States({ all }: Pick<LoadBoardProps, "all">): ReactNode {
  const of = (state: LoadState) => all.filter((row) => row.state === state).length;
  const [final, provisional] = [of("final"), of("provisional")];
  return (
    <Headlines
      figures={[
        { label: "Missing", figure: count(of("missing")), note: "final was due, nothing came" },
        { label: "Late", figure: count(of("late")), note: "something was due and has not come" },
        { label: "Awaited", figure: count(of("awaited")), note: "not due yet" },
        {
          label: "Here",
          figure: count(final + provisional),
          note: `${count(final)} final, ${count(provisional)} provisional`,
        },
      ]}
    />
  );
}

function Choice({ path, asOf, show, pcts, pct }: LoadBoardProps): ReactNode {
  return (
    <form method="get" action={path} className="app-filter">
      <TextField name="as_of" label="As of, such as 2008-05-06" problems={[]} entered={asOf} />
      <SelectField name="pct" label="PCT" problems={[]} entered={pct} options={[{ value: "", text: "All" }, ...pcts]} />
      <SelectField
        name="show"
        label="Files"
        problems={[]}
        entered={show}
        options={[
          { value: "open", text: "Not yet final" },
          { value: "all", text: "All that are expected" },
        ]}
      />
      <SubmitButton>Show</SubmitButton>
    </form>
  );
}
