import type { ReactNode } from "react";

/** A link by its words and where it leads. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** Whose place a page is in, as the header shows it. */
export interface Place {
  readonly name: string;
  /** What tells it from others of its name: its code, its group. */
  readonly detail?: string;
}

/** A page's content; the layout puts the rest around it. */
export interface Content {
  readonly kind?: "content";
  readonly title: string;
  readonly body: ReactNode;
  /** The way down to this page, without the page itself. */
  readonly trail?: readonly Link[];
  /** The item of the navigation that this page belongs to. */
  readonly section?: string;
  readonly place?: Place;
  /** The stream of the record in which what this page shows is recorded, to lead those who may search it there. */
  readonly recordedAs?: string;
  /** True, or in which respect: the page says once and plainly that its figures are invented. */
  readonly madeUp?: boolean | string;
  /** 403 for a page that says why something was refused. */
  readonly status?: 200 | 202 | 403;
}

export interface Redirect {
  readonly kind: "redirect";
  readonly to: string;
  /** Begins a new session for this person, or for nobody: form tokens of the old one are worthless from then on. */
  readonly signedInAs?: string | null;
  /** Cookies to set, as `Set-Cookie` has them. */
  readonly cookies?: readonly string[];
}

/** A file to keep. */
export interface Attachment {
  readonly kind: "attachment";
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

/** Something entered that cannot be taken as it is: the field, and what to do. */
export interface Problem {
  readonly field?: string;
  readonly message: string;
}

export interface Problems {
  readonly kind?: "problems";
  readonly problems: readonly [Problem, ...Problem[]];
  /** 429 where the same was tried too often; otherwise 422. */
  readonly status?: 422 | 429;
}

/** Sends the reader on, after a form has been taken; throws for an address outside the service. */
export function redirect(to: string, more: Pick<Redirect, "signedInAs" | "cookies"> = {}): Redirect {
  if (!isOurs(to)) throw new Error(`A redirect may not leave the service: ${to}`);
  return { kind: "redirect", to, ...more };
}

/** Sends the reader to another service, to come back from there: the one way of leaving ours, for an issuer's sign-in. */
export function leaveFor(to: URL, more: Pick<Redirect, "cookies"> = {}): Redirect {
  return { kind: "redirect", to: to.href, ...more };
}

/** A file to keep, named as given. */
export function attachment(file: Omit<Attachment, "kind">): Attachment {
  return { kind: "attachment", ...file };
}

/** Whether an address is a path on this very server: `//host` and `/\host` are not. */
export function isOurs(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these characters, and would then see a host.
  return /^\/(?![/\\])[^\u0000-\u001f\u007f\\]*$/.test(address);
}
