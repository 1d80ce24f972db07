import type { ReactNode } from "react";
import type { Problem } from "#platform/web/outcome.ts";
import { Form, RadiosField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { FormHead } from "#platform/web/view/form-page.tsx";
import { INTEREST_KINDS } from "../rules/interest.ts";
import { KIND_WORDS } from "./words.ts";

export interface FilledForm {
  readonly action: string;
  readonly problems: readonly Problem[];
  readonly entered: Readonly<Record<string, string>>;
}

/** Declares an interest, or amends one. */
export function InterestForm({ action, problems, entered, title }: FilledForm & { readonly title: string }): ReactNode {
  const line = (name: string, label: string, hint: string) => (
    <TextField {...{ name, label, hint, problems }} entered={entered[name]} />
  );
  return (
    <>
      <FormHead caption="Interests, gifts and hospitality" title={title} problems={problems}>
        <p>
          An interest in a practice, a group or a provider keeps you from deciding in its affairs for as long as it
          stands. What you may see does not change.
        </p>
      </FormHead>
      <Form action={action}>
        <RadiosField
          name="kind"
          label="What kind of interest is it?"
          problems={problems}
          entered={entered.kind}
          options={INTEREST_KINDS.map((kind) => ({ value: kind, text: KIND_WORDS[kind] }))}
        />
        {line("organisation", "Organisation", "Its code in the directory, for example X81003; empty for another body")}
        {line("body", "Another body", "Its name, where the directory does not have it")}
        {line("what", "What is it?", "For example: partner since 2004, shareholder, trustee. Name nobody else.")}
        {line("from", "From", "For example, 1/4/2008")}
        {line("until", "Until", "Empty while it goes on")}
        <SubmitButton>{title}</SubmitButton>
      </Form>
    </>
  );
}
