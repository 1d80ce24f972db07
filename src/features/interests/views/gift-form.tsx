import type { ReactNode } from "react";
import { Form, RadiosField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { FormHead } from "#platform/web/view/form-page.tsx";
import type { FilledForm } from "./interest-form.tsx";
import { ANSWER_WORDS, GIFT_WORDS } from "./words.ts";

/** Declares a gift or hospitality, accepted or declined. */
export function GiftForm({ action, problems, entered }: FilledForm): ReactNode {
  const line = (name: string, label: string, hint: string) => (
    <TextField {...{ name, label, hint, problems }} entered={entered[name]} />
  );
  return (
    <>
      <FormHead caption="Interests, gifts and hospitality" title="Declare a gift or hospitality" problems={problems} />
      <Form action={action}>
        <RadiosField
          name="kind"
          label="What was it?"
          problems={problems}
          entered={entered.kind}
          options={Object.entries(GIFT_WORDS).map(([value, text]) => ({ value, text }))}
        />
        {line("what", "What was offered?", "For example: dinner after a conference")}
        {line("giver", "Who offered it?", "A company or body where there is one")}
        {line("value", "Value in pounds", "For example, 25.00; empty if it is unknown")}
        <RadiosField
          name="answer"
          label="Was it accepted?"
          problems={problems}
          entered={entered.answer}
          options={Object.entries(ANSWER_WORDS).map(([value, text]) => ({ value, text }))}
        />
        {line("on", "Day on which it was offered", "For example, 1/4/2008")}
        {line("why", "Why was it accepted or declined?", "In a few words")}
        <SubmitButton>Declare it</SubmitButton>
      </Form>
    </>
  );
}
