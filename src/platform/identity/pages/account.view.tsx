import { Button } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { DataTable } from "../../web/view/data-table.tsx";
import { Form, SubmitButton } from "../../web/view/form.tsx";
import type { SignIn } from "../sign-ins.ts";

interface AccountProps {
  readonly name: string;
  readonly current: string;
  readonly signIns: readonly SignIn[];
  /** How many recovery codes are left; nothing for somebody without a password. */
  readonly codes: number | undefined;
  /** The issuer by which the reader signed in, if it was one. */
  readonly issuer: string | undefined;
  readonly done: string | undefined;
}

const DONE: Readonly<Record<string, string>> = {
  ended: "The sign-in was ended.",
  password: "The password was changed. You were signed out everywhere else.",
};

/** One's own sign-in: what it consists of, and where it is in use. */
export function AccountView({ name, current, signIns, codes, issuer, done }: AccountProps): ReactNode {
  const said = DONE[done ?? ""];
  return (
    <>
      {said === undefined ? null : (
        <div className="nhsuk-inset-text" role="status">
          <p>{said}</p>
        </div>
      )}
      <h1>Your account</h1>
      <p>
        You are signed in as {name}
        {issuer === undefined ? "." : ` with ${issuer}.`}
      </p>
      {codes === undefined ? (
        <p>Password and second factor are kept by {issuer ?? "the service you sign in with"}.</p>
      ) : (
        <Secrets codes={codes} />
      )}
      <h2>Where you are signed in</h2>
      <SignInTable signIns={signIns} current={current} />
      {signIns.length < 2 ? null : (
        <Form action="/account/sign-ins/end-others">
          <SubmitButton>End all but this one</SubmitButton>
        </Form>
      )}
    </>
  );
}

function Secrets({ codes }: { readonly codes: number }): ReactNode {
  return (
    <>
      <h2>What you sign in with</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          A password: <a href="/account/password">change it</a>
        </li>
        <li>
          An authenticator: <a href="/account/second-factor">set up another</a>
        </li>
        <li>
          Recovery codes, of which {codes} {codes === 1 ? "is" : "are"} left:{" "}
          <a href="/account/recovery-codes">make new ones</a>
        </li>
      </ul>
    </>
  );
}

function SignInTable({ signIns, current }: Pick<AccountProps, "signIns" | "current">): ReactNode {
  return (
    <Form action="/account/sign-ins/end">
      <DataTable
        id="sign-ins"
        caption="Where you are signed in"
        counted={["sign-in", "sign-ins"]}
        columns={[
          { key: "from", heading: "From", cell: (each) => <From signIn={each} isCurrent={each.id === current} /> },
          { key: "began", heading: "Began", cell: ({ began }) => momentText(began) },
          { key: "used", heading: "Last used", cell: ({ used }) => momentText(used) },
          { key: "end", heading: "End it", cell: (each) => <EndButton signIn={each} /> },
        ]}
        rows={signIns}
        rowKey={({ id }) => id}
      />
    </Form>
  );
}

function From({ signIn, isCurrent }: { readonly signIn: SignIn; readonly isCurrent: boolean }): ReactNode {
  const { address, browser } = signIn;
  const from = [browser === "" ? "an unknown browser" : browser, address].filter((part) => part !== "").join(", ");
  return (
    <>
      {isCurrent ? <strong>This one: </strong> : null}
      {from}
    </>
  );
}

function EndButton({ signIn: { id, began } }: { readonly signIn: SignIn }): ReactNode {
  return (
    <Button small secondary name="id" value={id}>
      End<span className="nhsuk-u-visually-hidden"> the sign-in that began {momentText(began)}</span>
    </Button>
  );
}

const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/London" });

function momentText(moment: Date): string {
  return MOMENT.format(moment);
}
