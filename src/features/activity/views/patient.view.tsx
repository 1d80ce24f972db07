import type { ReactNode } from "react";
import type { Problem } from "#platform/web/outcome.ts";
import { Form, ProblemSummary, RadiosField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { LOOK_UP_REASONS } from "../decisions/patient-look-up.ts";
import { type FigureTable, FigureTableView, type Standing } from "./figure-table.tsx";
import { many, momentText } from "./words.ts";

interface PatientFormProps {
  readonly name: string;
  readonly of: string;
  readonly action: string;
  readonly problems: readonly Problem[];
  /** What was entered before, the number left out: it is entered anew each time. */
  readonly entered: Readonly<Record<string, string>>;
}

/** Where a practice asks for the care of one of its own patients, and says why. */
export function PatientFormView({ name, of, action, problems, entered }: PatientFormProps): ReactNode {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{of}</span>
        One patient's care
      </h1>
      <p>
        The data here names nobody. With a patient's NHS number it can be found which rows are theirs, among the rows of{" "}
        {name} only. Each look-up is recorded before anything is shown: who, when, why and how many rows. The number is
        kept nowhere.
      </p>
      <Form action={action}>
        <TextField
          {...{ name: "nhsNumber", label: "NHS number", autoComplete: "off", problems }}
          hint="Ten digits, with or without spaces"
        />
        <RadiosField
          {...{ name: "sort", label: "What it is for", problems, entered: entered.sort }}
          options={Object.entries(LOOK_UP_REASONS).map(([value, text]) => ({ value, text }))}
        />
        <TextField
          {...{
            name: "reason",
            label: "Why, in your own words",
            problems,
            entered: entered.reason,
            autoComplete: "off",
          }}
          hint="Leave out names and numbers"
        />
        <SubmitButton>Record and show</SubmitButton>
      </Form>
    </>
  );
}

interface PatientRowsProps<Row> extends Standing {
  readonly of: string;
  readonly at: string;
  readonly table: FigureTable<Row>;
  readonly again: string;
}

/** The rows of the patient who was looked up; nothing on the page says who that is. */
export function PatientRowsView<Row>({ of, at, table, again, path, query }: PatientRowsProps<Row>): ReactNode {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{of}</span>
        The patient's care
      </h1>
      <p className="nhsuk-lede-text">{many(table.rows.length, "row")} of the patient who was looked up.</p>
      <p>
        Recorded {momentText(at)}. This page is open to you until the end of that day. If the patient had care that is
        missing here, it was charged to another practice, or came without an NHS number.
      </p>
      {table.rows.length === 0 ? null : <FigureTableView table={table} path={path} query={query} />}
      <p>
        <a href={again}>Look up another patient</a>
      </p>
    </>
  );
}
