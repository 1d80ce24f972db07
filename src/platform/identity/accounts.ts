import type { Decision } from "#kernel/decision.ts";
import type { Post } from "../access/person.ts";

/** Somebody asked to join, or a member given a new way in; found by a token that works once and until it lapses. */
export interface Invitation {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  /** What they are invited to be, in words: "PCT finance at Fenmere PCT". */
  readonly posts: readonly string[];
  /** Who invited them, in words, where it is known. */
  readonly by?: string;
  /** For a member who cannot sign in any more: what is made anew. Without it the invitation is to join. */
  readonly renews?: "password" | "password and second factor";
}

/** Somebody whom an issuer's claims admit. */
export interface Joining {
  /** The issuer's id in the configuration, and its own name for the person, which never changes. */
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly Post[];
  readonly at: Date;
}

/** Something that happened at sign-in and belongs on the record; never a secret, never an address. */
export interface Notice {
  readonly person: string;
  readonly what: "signed-in" | "signed-out" | "second-factor-set" | "recovery-code-used" | "password-changed";
  /** By which way: "password", or the id of an issuer. */
  readonly how: string;
  readonly at: Date;
}

/** What sign-in asks of whoever keeps people: sign-in knows secrets and sessions, and nothing else of anybody. */
export interface Accounts {
  /** Nothing where the token is unknown, was used or has lapsed: the three look alike from outside. */
  invitation(token: string): Promise<Invitation | undefined>;
  /** Marks the invitation accepted, on the record; refused where another was quicker. */
  accept(token: string, at: Date): Promise<Decision<unknown>>;
  /** False for leavers; asked at each request, so that leaving ends access at once. */
  isActive(person: string): Promise<boolean>;
  /** Takes in somebody whom an issuer's claims admit, or finds them again; gives the person's id. */
  joined(joining: Joining): Promise<string>;
  noticed(notice: Notice): Promise<void>;
}
