import type { Decision, Refusal } from "#kernel/decision.ts";
import type { Day } from "#kernel/period.ts";
import type { AdministratorPost } from "../rules/administrators.ts";
import type { ClaimedPost, Details, OpenInvitation, PersonEvent } from "../rules/record/person-events.ts";
import type { AskedPost, PostRefusal } from "../rules/record/post-check.ts";

/** What may be asked about a person. */
export type PersonCommand =
  | ({ readonly kind: "invite"; readonly isFirst?: boolean } & Invite)
  | { readonly kind: "invite-again"; readonly open: OpenInvitation; readonly byOperator: boolean }
  | { readonly kind: "withdraw-invitation" }
  | { readonly kind: "accept-invitation"; readonly tokenHash: string }
  | ({ readonly kind: "join"; readonly issuer: string; readonly identity: string } & Joined)
  | { readonly kind: "give-post"; readonly post: AskedPost }
  | ({ readonly kind: "change-dates" } & ChangeDates)
  | { readonly kind: "end-post"; readonly post: string; readonly last: Day }
  | { readonly kind: "leave" }
  | { readonly kind: "confirm-change"; readonly change: string }
  | { readonly kind: "refuse-change"; readonly change: string }
  | { readonly kind: "acknowledge-notice"; readonly notice: string }
  | { readonly kind: "erase-details" };

export interface Invite extends Details {
  readonly posts: readonly AskedPost[];
  readonly open: OpenInvitation;
}

interface Joined extends Details {
  readonly claims: readonly ClaimedPost[];
}

export interface ChangeDates {
  readonly post: string;
  readonly from: Day;
  readonly until?: Day;
  /** The organisation of the post and all above it. */
  readonly over: readonly string[];
  /** The name of what is asked, where it must be asked. */
  readonly change: string;
}

/** What a command is decided on beside the person's own past. */
export interface Circumstances {
  readonly person: string;
  readonly actor: string;
  /** The instant, as an ISO text in UTC, and the day it is in London. */
  readonly at: string;
  readonly today: Day;
  /** A new name for what administrators are told. */
  readonly notice: string;
  /** Every post of administrator held by somebody in the service. */
  readonly administrators: readonly AdministratorPost[];
  /** Whether somebody else in the service, or invited to it, has the e-mail address. */
  readonly isEmailTaken: boolean;
}

/** Every reason for which a command about a person is refused. */
export type PersonRefusal =
  | PostRefusal
  | "already-in"
  | "email-taken"
  | "no-posts"
  | "has-administrator"
  | "not-invited"
  | "nobody-there"
  | "administrator-renewal"
  | "invitation-unknown"
  | "own-doing"
  | "no-other-administrator"
  | "last-administrator"
  | "not-in-service"
  | "post-unknown"
  | "last-day-early"
  | "last-day-late"
  | "change-unknown"
  | "notice-unknown"
  | "still-in";

export type PersonDecision = Decision<PersonEvent, PersonRefusal>;
export type Problems = readonly Refusal<PersonRefusal>[];

/** The events, unless there are problems. */
export function unless([problem, ...others]: Problems, events: readonly PersonEvent[]): PersonDecision {
  return problem ? { refused: [problem, ...others] } : { events };
}

/** A problem, where it is one. */
export function when(isWrong: boolean, code: PersonRefusal, facts: Refusal["facts"] = {}): Problems {
  return isWrong ? [{ code, facts }] : [];
}
