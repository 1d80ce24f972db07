import type { ReactNode } from "react";
import type { Problem } from "#platform/web/outcome.ts";
import { Form, RadiosField, SubmitButton } from "#platform/web/view/form.tsx";
import { FormHead } from "#platform/web/view/form-page.tsx";
import { REDACTION_REASONS, type Redactable, type RedactionReason } from "../rules/interest.ts";
import { FIELD_WORDS, REASON_WORDS } from "./words.ts";

interface RedactProps {
  readonly name: string;
  readonly fields: readonly { readonly field: Redactable; readonly reason: RedactionReason | undefined }[];
  readonly action: string;
  readonly problems: readonly Problem[];
  readonly entered: Readonly<Record<string, string>>;
}

/** Chooses what of a declaration is redacted, and why. */
export function RedactView({ name, fields, action, problems, entered }: RedactProps): ReactNode {
  return (
    <>
      <FormHead caption={name} title="Redact a declaration" problems={problems}>
        <p>Readers see that the field is redacted, and why. That you did it is on the record.</p>
      </FormHead>
      <Form action={action}>
        <RadiosField
          name="field"
          label="Which field?"
          problems={problems}
          entered={entered.field}
          options={fields.map(({ field, reason }) => ({
            value: field,
            text: FIELD_WORDS[field],
            ...(reason !== undefined && { hint: `Redacted: ${REASON_WORDS[reason]}` }),
          }))}
        />
        <RadiosField
          name="reason"
          label="Why?"
          problems={problems}
          entered={entered.reason}
          options={[
            ...REDACTION_REASONS.map((reason) => ({ value: reason, text: `Redact: ${REASON_WORDS[reason]}` })),
            { value: "lift", text: "Lift the redaction" },
          ]}
        />
        <SubmitButton>Save</SubmitButton>
      </Form>
    </>
  );
}
