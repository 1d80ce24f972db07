import type { ReactNode } from "react";
import type { FinancialYear } from "#kernel/period.ts";
import type { Problem } from "#platform/web/outcome.ts";
import { Form, RadiosField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { Fields, FormHead, Next, Sized, Tick } from "#platform/web/view/form-page.tsx";
import { pounds } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { ReviewMeasure, ReviewRecorded } from "../rules/record/budget-events.ts";
import { REVIEW_ROLES } from "../rules/record/review-check.ts";
import { MEASURES, measureField, spokeField } from "../views/review-entered.ts";
import { measuresTable } from "../views/review-table.ts";
import { ShownTable } from "../views/shown-table.tsx";
import { listed, OUTCOME_WORDS } from "../views/words.ts";

interface ReviewViewProps {
  readonly name: string;
  readonly year: FinancialYear;
  readonly action: string;
  readonly practiceHref: string;
  readonly standing: string;
  readonly most: string | undefined;
  readonly latest: ReviewRecorded | undefined;
  /** The words of its note, or that they were erased; nothing where there is none. */
  readonly note: string | undefined;
  readonly problems: readonly Problem[];
  readonly entered: Readonly<Record<string, string>>;
}

/** The review on record, and the form for another. */
export function ReviewView(props: ReviewViewProps): ReactNode {
  const { name, year, standing, practiceHref, latest, problems, action } = props;
  return (
    <>
      <FormHead caption={`${name}, ${year}`} title="Utilisation review" problems={problems}>
        <p className="nhsuk-lede-text">{standing}</p>
        <p>
          <a href={practiceHref}>The practice's budget and what is behind it</a>
        </p>
      </FormHead>
      {latest === undefined ? null : <OnRecord latest={latest} note={props.note} action={action} />}
      <h2 className="nhsuk-heading-m">{latest === undefined ? "Record the review" : "Record another review"}</h2>
      <ReviewForm {...props} />
    </>
  );
}

function OnRecord({
  latest,
  note,
  action,
}: {
  readonly latest: ReviewRecorded;
  readonly note: string | undefined;
  readonly action: string;
}): ReactNode {
  return (
    <section aria-labelledby="on-record">
      <h2 className="nhsuk-heading-m" id="on-record">
        On record, of {dayText(latest.reviewedOn)}
      </h2>
      <p>
        It came to: {OUTCOME_WORDS[latest.outcome].toLowerCase()}, by {pounds(latest.decidedShift)} at most. There spoke{" "}
        {listed(latest.spoke)}.
      </p>
      <ShownTable table={measuresTable(latest.measures)} path={action} query={new URLSearchParams()} />
      {note === undefined ? null : <p>Note: {note}</p>}
    </section>
  );
}

function ReviewForm({ action, problems, entered, most }: ReviewViewProps): ReactNode {
  return (
    <Form action={action}>
      <Sized width="one-third">
        <TextField
          name="reviewedOn"
          label="Day of the review"
          hint="For example, 21/4/2008"
          problems={problems}
          entered={entered.reviewedOn}
        />
      </Sized>
      <Measures
        kind="prevalence"
        legend="Disease prevalence against peers"
        hint="A share of patients or a rate, such as 0.061 against 0.052. At least one."
        problems={problems}
        entered={entered}
      />
      <Measures
        kind="use"
        legend="Use of hospitals against peers"
        hint="A rate or a ratio, such as 104.2 emergency admissions against 91.7. At least one."
        problems={problems}
        entered={entered}
      />
      <Spoke legend="Who spoke for the practice" roles={REVIEW_ROLES.practice} entered={entered} />
      <Spoke legend="Who spoke for the PCT" roles={REVIEW_ROLES.pct} entered={entered} />
      <RadiosField
        name="outcome"
        label="What the review came to"
        problems={problems}
        entered={entered.outcome}
        options={Object.entries(OUTCOME_WORDS).map(([value, text]) => ({ value, text }))}
      />
      <Sized width="two-thirds">
        <TextField
          name="shift"
          label="The most that may move, in pounds"
          hint={most ?? "Nought unless the outcome is to move"}
          problems={problems}
          entered={entered.shift}
        />
      </Sized>
      <Sized width="two-thirds">
        <TextField
          name="note"
          label="Note"
          hint="Kept apart from the record, so that it can be erased. Name no patient."
          problems={problems}
          entered={entered.note}
        />
      </Sized>
      <Next>
        It is then on the record under your name. A draft made afterwards follows it; what is issued stays as it is.
      </Next>
      <SubmitButton>Record the review</SubmitButton>
    </Form>
  );
}

interface SpokeProps extends Pick<ReviewViewProps, "entered"> {
  readonly legend: string;
  readonly roles: readonly string[];
}

function Spoke({ legend, roles, entered }: SpokeProps): ReactNode {
  return (
    <Fields legend={legend} hint="By role, never by name">
      {roles.map((role) => (
        <Tick key={role} name={spokeField(role)} label={role} entered={entered} />
      ))}
    </Fields>
  );
}

interface MeasuresProps extends Pick<ReviewViewProps, "problems" | "entered"> {
  readonly kind: ReviewMeasure["kind"];
  readonly legend: string;
  readonly hint: string;
}

function Measures({ kind, legend, hint, problems, entered }: MeasuresProps): ReactNode {
  const field = (number: number, part: "measure" | "practice" | "peers", label: string) => {
    const name = measureField(kind, number, part);
    return (
      <div className="nhsuk-grid-column-one-third">
        <TextField name={name} label={label} problems={problems} entered={entered[name]} />
      </div>
    );
  };
  return (
    <Fields legend={legend} hint={hint}>
      {Array.from({ length: MEASURES }, (_, index) => index + 1).map((number) => (
        <div className="nhsuk-grid-row" key={number}>
          {field(number, "measure", `What is compared (${number})`)}
          {field(number, "practice", `The practice (${number})`)}
          {field(number, "peers", `Its peers (${number})`)}
        </div>
      ))}
    </Fields>
  );
}
