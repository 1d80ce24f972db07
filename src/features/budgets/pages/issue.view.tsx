import type { ReactNode } from "react";
import { pence } from "#kernel/money.ts";
import { firstDayOf } from "#kernel/period.ts";
import type { Problem } from "#platform/web/outcome.ts";
import { Headlines, Money } from "#platform/web/view/amount.tsx";
import { Form, RadiosField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { FormHead, Next, Sized } from "#platform/web/view/form-page.tsx";
import { dayEntered } from "#platform/web/words/entered.ts";
import type { ChosenRun } from "../chosen-run.ts";
import { pctPath } from "../views/addresses.ts";
import type { Changes } from "../views/changes.ts";
import type { Table } from "../views/shown.ts";
import { ShownTable, type Standing } from "../views/shown-table.tsx";
import { many } from "../views/words.ts";
import type { Frame } from "./frame.ts";

interface IssueViewProps {
  readonly frame: Frame;
  readonly draft: ChosenRun;
  readonly before: ChosenRun | undefined;
  readonly changes: Changes | undefined;
  readonly tables: readonly Table[];
  readonly standing: Standing;
  /** Movements recorded under the version in force. */
  readonly movements: number;
  readonly inTheWay: readonly string[];
  readonly version: number;
  readonly problems: readonly Problem[];
  readonly entered: Readonly<Record<string, string>>;
}

/** What issuing a draft would change, from which day, and the way to do it. */
export function IssueView(props: IssueViewProps): ReactNode {
  const { frame, draft, before, changes, tables, standing, inTheWay, problems } = props;
  const { position, practices } = draft.run;
  const name = draft.status.kind === "draft" ? draft.status.draft.draft : "";
  return (
    <>
      <FormHead
        caption={`${frame.place.name}, ${frame.year}`}
        title={`Check and issue draft ${name}`}
        problems={problems}
      >
        <p className="nhsuk-lede-text">{sentence(before, changes)}</p>
      </FormHead>
      <Headlines
        figures={[
          {
            label: "In practices' budgets",
            figure: <Money amount={pence(position.budgets)} />,
            note: changeNote(changes?.budgets),
          },
          { label: "Held", figure: <Money amount={pence(position.held)} />, note: changeNote(changes?.held) },
          {
            label: "Unallocated",
            figure: <Money amount={pence(position.unallocated)} pence />,
            note: `of ${many(practices.length, "practice")} and held lines`,
          },
        ]}
      />
      <p>
        <a href={pctPath(frame.key.pct, frame.year, "", { draft: name })}>Look at the whole draft</a>
      </p>
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => (
          <ShownTable key={table.id} table={table} {...standing} />
        ))}
      {inTheWay.length === 0 ? <IssueIt {...props} /> : <InTheWay words={inTheWay} />}
    </>
  );
}

function sentence(before: ChosenRun | undefined, changes: Changes | undefined): string {
  if (before === undefined || changes === undefined)
    return "Nothing is issued for the year yet. This would be the first version.";
  const number = before.status.kind === "issued" ? before.status.version.version : 0;
  if (changes.practices.length === 0) return `No practice's budget differs from version ${number}, which is in force.`;
  return `${many(changes.practices.length, "practice's budget differs", "practices' budgets differ")} from version ${number}, which is in force.`;
}

function changeNote(change: number | undefined): ReactNode {
  if (change === undefined) return "nothing is in force";
  return (
    <>
      <Money amount={pence(change)} change /> on what is in force
    </>
  );
}

function InTheWay({ words }: { readonly words: readonly string[] }): ReactNode {
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">It cannot be issued</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}

function IssueIt({ frame, standing, movements, problems, entered, before, version }: IssueViewProps): ReactNode {
  const first = before?.status.kind === "issued" ? before.status.version.inForceFrom : firstDayOf(frame.year);
  return (
    <Form action={standing.path}>
      <Sized width="one-third">
        <TextField
          name="inForceFrom"
          label="In force from"
          hint="A day of the budget's year, not before the version in force began"
          problems={problems}
          entered={entered.inForceFrom ?? dayEntered(first)}
        />
      </Sized>
      {movements === 0 ? null : (
        <RadiosField
          name="earlierMovements"
          label={`${many(movements, "movement")} recorded so far`}
          problems={problems}
          entered={entered.earlierMovements}
          options={[
            { value: "carried", text: "Carry them on top of the new version" },
            { value: "taken-in", text: "They are taken into the new figures already" },
          ]}
        />
      )}
      <Next>
        It becomes version {version}. Practices, groups and the region see it at once. It is frozen: a change needs a
        new draft.
      </Next>
      <SubmitButton>Issue this draft</SubmitButton>
    </Form>
  );
}
