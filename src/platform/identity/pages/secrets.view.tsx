import type { ReactNode } from "react";
import type { Problem } from "../../web/outcome.ts";
import { Form, ProblemSummary, SecretField, SubmitButton } from "../../web/view/form.tsx";
import { ChosenPassword } from "./invitation.view.tsx";

interface PasswordProps {
  readonly email: string;
  readonly problems: readonly Problem[];
}

/** A password in place of the one there is. */
export function PasswordView({ email, problems }: PasswordProps): ReactNode {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>Change your password</h1>
      <p>You stay signed in here, and are signed out everywhere else.</p>
      <Form action="/account/password">
        <CurrentPassword problems={problems} />
        <ChosenPassword email={email} problems={problems} />
        <SubmitButton>Change it</SubmitButton>
      </Form>
    </>
  );
}

interface AgainProps {
  readonly title: string;
  readonly path: string;
  /** What will follow, in a sentence or two. */
  readonly about: string;
  readonly problems: readonly Problem[];
}

/** Asks for the password once more before something is made anew. */
export function AgainView({ title, path, about, problems }: AgainProps): ReactNode {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>{title}</h1>
      <p>{about}</p>
      <Form action={path}>
        <CurrentPassword problems={problems} />
        <SubmitButton>{title}</SubmitButton>
      </Form>
    </>
  );
}

/** Recovery codes, the one time they are seen. */
export function CodesView({ codes, to }: { readonly codes: readonly string[]; readonly to: string }): ReactNode {
  return (
    <>
      <h1>Your recovery codes</h1>
      <p>
        Each lets you in once where the authenticator is lost. Print or write them down and keep them away from your
        password: this page shows them now and never again.
      </p>
      <ol className="nhsuk-list nhsuk-list--number">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>
        <a className="nhsuk-button" href={to}>
          I have kept them
        </a>
      </p>
    </>
  );
}

function CurrentPassword({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  return (
    <SecretField name="current" label="The password you have now" autoComplete="current-password" problems={problems} />
  );
}
