import type { ReactNode } from "react";
import type { Problem } from "#platform/web/outcome.ts";
import { Form, RadiosField, SelectField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { Fields, FormHead, Next, Sized } from "#platform/web/view/form-page.tsx";
import { ENTRIES, entryField } from "../views/movement-entered.ts";
import { KIND_WORDS } from "../views/words.ts";

interface Option {
  readonly value: string;
  readonly text: string;
}

interface MovementViewProps {
  readonly caption: string;
  readonly action: string;
  readonly ledgerHref: string;
  readonly holders: readonly Option[];
  readonly lines: readonly Option[];
  /** What the movement is called unless somebody says otherwise. */
  readonly name: string;
  /** The version whose accounts these are. */
  readonly hash: string;
  readonly problems: readonly Problem[];
  readonly entered: Readonly<Record<string, string>>;
}

/** Money that moves in the year: when, by whose authority, from which account to which. */
export function MovementView(props: MovementViewProps): ReactNode {
  const { caption, action, ledgerHref, name, hash, problems, entered } = props;
  const line = (field: string, label: string, hint: string, value = entered[field]) => (
    <Sized width="two-thirds">
      <TextField name={field} label={label} hint={hint} problems={problems} entered={value} />
    </Sized>
  );
  return (
    <>
      <FormHead caption={caption} title="Record a movement" problems={problems}>
        <p>
          What each account holds is in <a href={ledgerHref}>the ledger</a>.
        </p>
      </FormHead>
      <Form action={action}>
        <input type="hidden" name="seen" value={hash} />
        <RadiosField
          name="kind"
          label="What kind of movement it is"
          problems={problems}
          entered={entered.kind}
          options={Object.entries(KIND_WORDS).map(([value, text]) => ({ value, text }))}
        />
        {line("id", "What it is called", "Lower-case letters, digits and hyphens", entered.id ?? name)}
        {line("on", "Day on which it takes effect", "For example, 1/7/2008")}
        {line("body", "Who allowed it", "The body, such as the professional executive committee")}
        {line("reference", "Where that is written", "A minute, a letter, a scheme")}
        {line("source", "Where money comes from or goes to", "For an allocation change only")}
        <Entries {...props} />
        <Next>
          It is then in the ledger under your name. It cannot be taken back, only put right by another movement.
        </Next>
        <SubmitButton>Record the movement</SubmitButton>
      </Form>
    </>
  );
}

function Entries({ holders, lines, problems, entered }: MovementViewProps): ReactNode {
  return (
    <Fields
      legend="Entries"
      hint="In pounds, with a minus where money leaves an account. They come to nought, but for an allocation change. Leave out what you do not need."
    >
      {Array.from({ length: ENTRIES }, (_, index) => index + 1).map((number) => {
        const [holder, line, amount] = (["holder", "line", "amount"] as const).map((part) => entryField(number, part));
        if (holder === undefined || line === undefined || amount === undefined) return null;
        return (
          <div className="nhsuk-grid-row" key={number}>
            <div className="nhsuk-grid-column-one-half">
              <SelectField
                name={holder}
                label={`Account ${number}`}
                problems={problems}
                entered={entered[holder]}
                options={[NOBODY, ...holders]}
              />
            </div>
            <div className="nhsuk-grid-column-one-quarter">
              <SelectField
                name={line}
                label={`Line ${number}`}
                problems={problems}
                entered={entered[line]}
                options={[NOTHING, ...lines]}
              />
            </div>
            <div className="nhsuk-grid-column-one-quarter">
              <TextField name={amount} label={`Amount ${number}, £`} problems={problems} entered={entered[amount]} />
            </div>
          </div>
        );
      })}
    </Fields>
  );
}

const NOBODY = { value: "", text: "Choose whose account" } as const;
const NOTHING = { value: "", text: "Choose a line" } as const;
