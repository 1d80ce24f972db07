import type { ReactNode } from "react";
import type { Problem } from "../../web/outcome.ts";
import { Form, ProblemSummary, SecretField, SubmitButton } from "../../web/view/form.tsx";
import type { Factor } from "../acts/second-factor.ts";
import { withTo } from "./gate.ts";

interface CodeProps {
  readonly factor: Factor;
  readonly action: string;
  readonly to: string;
  readonly problems: readonly Problem[];
}

/** Asks for one of the two things of a second factor, and offers the other. */
export function CodeView({ factor, action, to, problems }: CodeProps): ReactNode {
  const isCode = factor === "code";
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>{isCode ? "Enter the code" : "Enter a recovery code"}</h1>
      <Form action={action}>
        <SecretField
          name="code"
          label={isCode ? "Code" : "Recovery code"}
          hint={isCode ? "The six digits that your authenticator shows now" : "One of the ten that you kept"}
          autoComplete="one-time-code"
          problems={problems}
        />
        <SubmitButton>Go on</SubmitButton>
      </Form>
      <p>
        {isCode ? (
          <a href={withTo("/sign-in/recovery-code", to)}>Use a recovery code instead</a>
        ) : (
          <a href={withTo("/sign-in/code", to)}>Use a code instead</a>
        )}
      </p>
    </>
  );
}
