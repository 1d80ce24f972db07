import type { ReactNode } from "react";
import type { Problem } from "../../web/outcome.ts";
import { Form, ProblemSummary, SecretField, SubmitButton } from "../../web/view/form.tsx";
import type { Invitation } from "../accounts.ts";
import { PASSWORD_LENGTH } from "../limits.ts";

interface InvitationProps {
  readonly title: string;
  readonly token: string;
  readonly invitation: Invitation;
  readonly issuers: readonly { readonly id: string; readonly name: string }[];
  readonly problems: readonly Problem[];
}

/** What somebody is invited to, and the ways of taking it up. */
export function InvitationView({ title, token, invitation, issuers, problems }: InvitationProps): ReactNode {
  const { name, email, posts, by, renews } = invitation;
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>{title}</h1>
      <p>
        {renews === undefined
          ? `${name}, ${by ?? "an administrator"} invites you to be:`
          : `${name}, ${by ?? "an administrator"} made this link so that you can sign in again as:`}
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {posts.map((post) => (
          <li key={post}>{post}</li>
        ))}
      </ul>
      <p>If this is not you, close the page and tell whoever sent you the link.</p>
      {renews !== undefined
        ? null
        : issuers.map((issuer) => (
            <p key={issuer.id}>
              <a className="nhsuk-button" href={`/invitations/${encodeURIComponent(token)}/with/${issuer.id}`}>
                Sign in with {issuer.name} from now on
              </a>
            </p>
          ))}
      <h2>{renews === undefined ? "Sign in with a password" : "Choose a new password"}</h2>
      <p>
        You will sign in as {email}, with the password and a code from an authenticator. A password has at least{" "}
        {PASSWORD_LENGTH.least} characters, whichever you like: four or five words make a good one.
      </p>
      <Form action={`/invitations/${encodeURIComponent(token)}`}>
        <ChosenPassword email={email} problems={problems} />
        <SubmitButton>Go on</SubmitButton>
      </Form>
    </>
  );
}

/** A new password, twice; the address beside it is for keepers of passwords. */
export function ChosenPassword({ email, problems }: { readonly email: string; readonly problems: readonly Problem[] }) {
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <SecretField name="password" label="New password" autoComplete="new-password" problems={problems} />
      <SecretField name="again" label="The same once more" autoComplete="new-password" problems={problems} />
    </>
  );
}
