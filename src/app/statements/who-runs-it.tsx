import type { ReactNode } from "react";

export interface BodyProps {
  /** The name of the body that runs the service, where the configuration gives it. */
  readonly organisation?: string;
  /** Where to reach it. */
  readonly contact?: string;
}

/** The body that runs the service, in the middle of a sentence. */
export function bodyName({ organisation }: BodyProps): string {
  return organisation ?? "the organisation that runs this service";
}

/** How to reach the body that runs the service; without a contact, whom to ask instead. */
export function HowToReachUs({ organisation, contact }: BodyProps): ReactNode {
  if (contact === undefined) {
    return (
      <p>
        Ask an administrator of your PCT or {bodyName({ ...(organisation && { organisation }) })}: whoever invited you
        to the service can tell you how to reach them.
      </p>
    );
  }
  return (
    <p>
      Write or speak to {bodyName({ ...(organisation && { organisation }) })}: <strong>{contact}</strong>
    </p>
  );
}
