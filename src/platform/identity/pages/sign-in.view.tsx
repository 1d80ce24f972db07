import type { ReactNode } from "react";
import type { Problem } from "../../web/outcome.ts";
import { Form, ProblemSummary, SecretField, SubmitButton, TextField } from "../../web/view/form.tsx";
import { withTo } from "./gate.ts";

interface SignInProps {
  readonly to: string;
  readonly issuers: readonly { readonly id: string; readonly name: string }[];
  readonly problems: readonly Problem[];
  readonly email: string | undefined;
}

/** The ways in. */
export function SignInView({ to, issuers, problems, email }: SignInProps): ReactNode {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>Sign in</h1>
      {issuers.map(({ id, name }) => (
        <p key={id}>
          <a className="nhsuk-button" href={withTo(`/sign-in/with/${id}`, to)}>
            Sign in with {name}
          </a>
        </p>
      ))}
      <Form action={withTo("/sign-in", to)}>
        {issuers.length === 0 ? null : <h2>With a password</h2>}
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          problems={problems}
          entered={email}
        />
        <SecretField name="password" label="Password" autoComplete="current-password" problems={problems} />
        <SubmitButton>Sign in</SubmitButton>
      </Form>
      <h2>If you cannot sign in</h2>
      <p>
        Forgotten the password, or lost the second factor and the recovery codes? Ask whoever looks after people at your
        organisation for a new link. The service sends no e-mail, so they give it to you themselves.
      </p>
      <p>Nobody can join by themselves: an account begins with an invitation.</p>
    </>
  );
}
