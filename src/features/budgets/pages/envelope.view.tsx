import type { ReactNode } from "react";
import type { FinancialYear } from "#kernel/period.ts";
import type { Problem } from "#platform/web/outcome.ts";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { Form, SubmitButton } from "#platform/web/view/form.tsx";
import { Fields, FormHead, Next, Tick } from "#platform/web/view/form-page.tsx";
import type { Table } from "../views/shown.ts";
import { ShownTable, type Standing } from "../views/shown-table.tsx";

interface Question {
  readonly name: string;
  readonly label: string;
  readonly words: string;
}

interface EnvelopeViewProps {
  readonly name: string;
  readonly year: FinancialYear;
  readonly action: string;
  readonly standing: Standing;
  readonly isRestated: boolean;
  readonly table: Table | undefined;
  readonly seen: string;
  readonly findings: { readonly refused: readonly string[]; readonly questioned: readonly Question[] };
  readonly problems: readonly Problem[];
  readonly entered: Readonly<Record<string, string>>;
}

/** The loaded envelope to look over, what the rules refuse or question in it, and the way to state it. */
export function EnvelopeView(props: EnvelopeViewProps): ReactNode {
  const { name, year, table, findings, problems, standing, isRestated } = props;
  return (
    <>
      <FormHead
        caption={`${name}, ${year}`}
        title={isRestated ? "State the envelope again" : "State the envelope"}
        problems={problems}
      >
        <p>These are the lines of the envelope file that was loaded. To change one, load a corrected file.</p>
      </FormHead>
      {table === undefined ? (
        <EmptyState
          title="No envelope is loaded"
          from={`Here will be the lines of the PCT's money for ${year}: service, amount, method, level and purpose.`}
          who="Somebody of the PCT's finance team loads an envelope file."
          command="script/chilford load envelope.csv"
        />
      ) : (
        <>
          <Refused words={findings.refused} />
          <ShownTable table={table} {...standing} />
          {findings.refused.length === 0 ? <StateIt {...props} /> : null}
        </>
      )}
    </>
  );
}

function Refused({ words }: { readonly words: readonly string[] }): ReactNode {
  if (words.length === 0) return null;
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">It cannot be stated as it is</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}

function StateIt({
  action,
  seen,
  findings: { questioned },
  problems,
  entered,
  isRestated,
}: EnvelopeViewProps): ReactNode {
  return (
    <Form action={action}>
      <input type="hidden" name="seen" value={seen} />
      {questioned.length === 0 ? null : (
        <Fields
          legend="Confirm these lines"
          hint="Budgets are not cut to clear a deficit, and what practices freed up last year is not taken off."
        >
          {questioned.map(({ name, label, words }) => (
            <Tick
              key={name}
              name={name}
              label={`“${label}” neither clears a deficit nor takes off what was freed up`}
              entered={entered}
              problem={problems.some(({ field }) => field === name) ? words : undefined}
            />
          ))}
        </Fields>
      )}
      <Next>
        {isRestated
          ? "Drafts made before are then out of date and cannot be issued. What is issued stays in force."
          : "It is then on the record under your name. Nothing is issued by it; next you make a draft."}
      </Next>
      <SubmitButton>State this envelope</SubmitButton>
    </Form>
  );
}
