import type { ReactNode } from "react";

interface RefusedProps {
  readonly name: string;
  readonly reason: string;
  /** The check that failed, for whoever looks after the issuer; nothing of what was checked. */
  readonly check: string;
}

/** Why a sign-in with an issuer came to nothing, and what to do. */
export function RefusedView({ name, reason, check }: RefusedProps): ReactNode {
  return (
    <>
      <h1>You are not signed in</h1>
      <p>
        {reason} You came from: {name}.
      </p>
      <p>
        <a href="/sign-in">Begin again</a>. If it goes wrong again, tell whoever runs the service
        {check === "" ? (
          "."
        ) : (
          <>
            , and quote <strong>{check}</strong>.
          </>
        )}
      </p>
    </>
  );
}
