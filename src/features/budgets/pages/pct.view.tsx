import type { ReactNode } from "react";
import type { FinancialYear } from "#kernel/period.ts";
import { Chart } from "#platform/charts/chart.tsx";
import type { Drawing } from "#platform/charts/drawing.ts";
import type { Link } from "#platform/web/outcome.ts";
import { type Headline, Headlines } from "#platform/web/view/amount.tsx";
import { TaskList } from "#platform/web/view/task-list.tsx";
import { pounds } from "#platform/web/words/amounts.ts";
import type { ChosenRun } from "../chosen-run.ts";
import { pctPath } from "../views/addresses.ts";
import { bandFinding, type ComparedYear } from "../views/fair-shares.ts";
import { amount } from "../views/headline-figures.tsx";
import { PCT_FIGURES } from "../views/practice-tables.ts";
import { statusText } from "../views/run-words.ts";
import type { Table } from "../views/shown.ts";
import { ShownTable, type Standing } from "../views/shown-table.tsx";
import { DoneNotice, StatusNotice } from "../views/status-notice.tsx";
import { type Peer, Switcher } from "../views/switcher.tsx";
import { many } from "../views/words.ts";
import type { Frame } from "./frame.ts";
import { NothingYet } from "./nothing-yet.tsx";
import type { PctTasks } from "./pct-tasks.ts";

/** The tables of a PCT's page; those on practices only for who may see them. */
export interface PctTables {
  readonly runs: Table;
  readonly lines?: Table;
  readonly held?: Table;
  readonly practices?: Table;
}

interface PctViewProps {
  readonly frame: Frame;
  readonly chosen: ChosenRun | undefined;
  readonly tables: PctTables;
  readonly standing: Standing;
  readonly seesPractices: boolean;
  readonly band?: Drawing | undefined;
  readonly compared?: ComparedYear | undefined;
  readonly tasks: PctTasks;
  readonly years: readonly FinancialYear[];
  readonly peers: readonly Peer[];
  readonly places: readonly Link[];
  readonly rules: Link;
  readonly done: string | undefined;
  readonly why?: (figure: string) => string;
}

/** A PCT's money: one sentence, the figures, what waits, then lines, practices, held lines and versions. */
export function PctView(props: PctViewProps): ReactNode {
  const { frame, chosen, tasks, done } = props;
  if (chosen === undefined) {
    return (
      <>
        <DoneNotice words={done} />
        <NothingYet frame={frame} />
        <Steps tasks={tasks} />
        <Others {...props} />
      </>
    );
  }
  return (
    <>
      <DoneNotice words={done} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Budget {chosen.run.year}</span>
        {frame.place.name}
      </h1>
      <StatusNotice status={chosen.status} latest={pctPath(frame.key.pct, frame.year)} />
      <Lede {...props} chosen={chosen} />
      <Headlines figures={headlines(props, chosen)} />
      <Reviews tasks={tasks} />
      <Steps tasks={tasks} />
      <Money {...props} chosen={chosen} />
      <Around {...props} />
    </>
  );
}

type Chosen = PctViewProps & { readonly chosen: ChosenRun };

function Lede({ chosen, tasks, seesPractices }: Chosen): ReactNode {
  const { position, practices } = chosen.run;
  const open = tasks.reviews.filter(({ attention }) => attention).length;
  const waiting =
    open === 0
      ? "No utilisation review waits"
      : `${many(open, "practice")} ${open === 1 ? "waits" : "wait"} for a utilisation review`;
  const rest =
    position.unallocated === 0
      ? "nothing is left over"
      : `${pounds(position.unallocated, { pence: true })} is in neither`;
  return (
    <p className="nhsuk-lede-text">
      {pounds(position.budgets)} is in the budgets of {many(practices.length, "practice")} and {pounds(position.held)}{" "}
      is held, {statusText(chosen.status)}; {rest}. {seesPractices ? `${waiting}.` : ""}
    </p>
  );
}

function headlines({ why }: PctViewProps, { run }: ChosenRun): readonly Headline[] {
  const { envelope, devolved, budgets, held, unallocated } = run.position;
  const zero = pounds(unallocated, { pence: true, bare: true });
  return [
    {
      label: "Envelope",
      figure: amount("the envelope", envelope, why?.(PCT_FIGURES.envelope)),
      note: "all that the PCT has",
    },
    {
      label: "Devolved",
      figure: amount("what is devolved", devolved, why?.(PCT_FIGURES.devolved)),
      note: "shown at practices in full",
    },
    {
      label: "In practices' budgets",
      figure: amount("practices' budgets", budgets, why?.(PCT_FIGURES.budgets)),
      note: "after blocking back and the risk pool",
    },
    {
      label: "Held",
      figure: amount("what is held", held, why?.(PCT_FIGURES.held)),
      note: (
        <>
          unallocated £{zero}
          {why === undefined ? null : (
            <a className="app-why" href={why(PCT_FIGURES.unallocated)}>
              why<span className="nhsuk-u-visually-hidden"> is £{zero} unallocated</span>?
            </a>
          )}
        </>
      ),
    },
  ];
}

const SHOWN_AT_ONCE = 8;

function Reviews({ tasks: { reviews } }: Pick<PctViewProps, "tasks">): ReactNode {
  if (reviews.length === 0) return null;
  const waiting = reviews.toSorted((a, b) => Number(b.attention ?? false) - Number(a.attention ?? false));
  return (
    <section aria-labelledby="reviews">
      <h2 className="nhsuk-heading-m" id="reviews">
        Utilisation reviews
      </h2>
      <TaskList id="review" tasks={waiting.slice(0, SHOWN_AT_ONCE)} />
      {waiting.length > SHOWN_AT_ONCE ? (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">And {waiting.length - SHOWN_AT_ONCE} more</span>
          </summary>
          <div className="nhsuk-details__text">
            <TaskList id="more-reviews" tasks={waiting.slice(SHOWN_AT_ONCE)} />
          </div>
        </details>
      ) : null}
    </section>
  );
}

function Steps({ tasks: { steps, actions } }: Pick<PctViewProps, "tasks">): ReactNode {
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="steps-to-issue">
      <h2 className="nhsuk-heading-m" id="steps-to-issue">
        From the envelope to issued budgets
      </h2>
      <TaskList id="step" tasks={steps} />
      <Links links={actions} />
    </section>
  );
}

function Money({ chosen, tables, standing, band, compared }: Chosen): ReactNode {
  const { run } = chosen;
  return (
    <>
      {tables.lines && <ShownTable table={tables.lines} {...standing} />}
      {band && compared && <Chart id="band" title={bandFinding(run, run.practices, compared)} drawing={band} />}
      {tables.practices && <ShownTable table={tables.practices} {...standing} />}
      {tables.held && <ShownTable table={tables.held} {...standing} />}
      {tables.runs.rows.length === 0 ? null : <ShownTable table={tables.runs} {...standing} />}
    </>
  );
}

function Around({ places, rules, ...props }: PctViewProps): ReactNode {
  return (
    <>
      {places.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-m">Groups and localities</h2>
          <Links links={places} />
        </>
      )}
      <h2 className="nhsuk-heading-m">The rules behind it</h2>
      <p>
        <a href={rules.href}>{rules.text}</a>
      </p>
      <Others {...props} />
    </>
  );
}

function Others({ frame, years, peers }: Pick<PctViewProps, "frame" | "years" | "peers">): ReactNode {
  if (peers.length < 2 && years.length < 2) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">Other PCTs and years</h2>
      <Switcher label="PCT" peers={peers} current={frame.key.pct} year={frame.year} years={years} />
    </>
  );
}

function Links({ links }: { readonly links: readonly Link[] }): ReactNode {
  if (links.length === 0) return null;
  return (
    <ul className="nhsuk-list">
      {links.map(({ text, href }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
