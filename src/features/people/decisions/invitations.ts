import { accept, refuse } from "#kernel/decision.ts";
import type { HeldPost } from "../rules/post.ts";
import { postsOn } from "../rules/post.ts";
import type { PersonEvent } from "../rules/record/person-events.ts";
import { heldOn, type PersonState } from "../rules/record/person-state.ts";
import { type AskedPost, postOf, postProblems } from "../rules/record/post-check.ts";
import {
  type Circumstances,
  type Invite,
  type PersonCommand,
  type PersonDecision,
  type Problems,
  unless,
  when,
} from "./command.ts";
import { told } from "./notices.ts";

type Command<K extends PersonCommand["kind"]> = Extract<PersonCommand, { readonly kind: K }>;

/** Invites somebody to posts: somebody new, or who left or never came. Source: settled ¶people-1, ¶people-8. */
export function invite(state: PersonState, command: Command<"invite">, around: Circumstances): PersonDecision {
  const { name, email, posts, open, isFirst = false } = command;
  const problems: Problems = [
    ...when(around.actor === around.person, "own-doing"),
    ...when(state.standing === "invited" || state.standing === "active", "already-in"),
    ...when(around.isEmailTaken, "email-taken"),
    ...when(posts.length === 0, "no-posts"),
    ...(isFirst ? firstProblems(command, around) : []),
    ...eachPost(posts, [...state.posts.values()], around),
  ];
  if (problems.length > 0) return unless(problems, []);
  const given = posts.map(postOf);
  const invited: PersonEvent = { type: "person-invited", data: { name, email, posts: given, ...open } };
  const administering = given.filter(({ role }) => role === "administrator");
  return accept(invited, ...administering.flatMap((post) => told("administrator-given", post, around)));
}

function eachPost(posts: readonly AskedPost[], before: readonly HeldPost[], { today }: Circumstances): Problems {
  const problems: Problems[number][] = [];
  const held = [...before];
  for (const post of posts) {
    const found = postProblems(post, held, today);
    problems.push(...found);
    if (found.length === 0) held.push(postOf(post));
  }
  return problems;
}

/** The first administrator is made only where there is none. Source: settled ¶people-6. */
function firstProblems({ posts }: Invite, { administrators, today }: Circumstances): Problems {
  return posts.flatMap(({ organisation }) => {
    const there = administrators.filter((each) => each.organisation === organisation);
    return when(postsOn(there, today).length > 0, "has-administrator", { organisation });
  });
}

/**
 * A new token for somebody invited, or a new way in for a member; the token before stops. Whoever holds the new link can
 * come in as the member, so it is told, and an administrator's is for the operator alone. Source: settled ¶people-1.
 */
export function inviteAgain(
  state: PersonState,
  { open, byOperator }: Command<"invite-again">,
  around: Circumstances,
): PersonDecision {
  if (state.standing === "invited") {
    const { renews: _, ...plain } = open;
    return unless(when(around.actor === around.person, "own-doing"), [{ type: "invitation-renewed", data: plain }]);
  }
  if (state.standing !== "active" || open.renews === undefined) return refuse("not-invited");
  const held = heldOn(state, around.today);
  const isAdministrator = held.some(({ role }) => role === "administrator");
  const problems = [
    ...when(around.actor === around.person, "own-doing"),
    ...when(isAdministrator && !byOperator, "administrator-renewal"),
  ];
  const events = held.slice(0, 1).flatMap((post) => told("way-in-renewed", post, around));
  return unless(problems, [{ type: "invitation-renewed", data: open }, ...events]);
}

/** Takes an invitation to join back. */
export function withdrawInvitation(state: PersonState, { today }: Circumstances): PersonDecision {
  const withdrawn: PersonEvent = { type: "invitation-withdrawn", data: { on: today } };
  return unless(when(state.standing !== "invited", "not-invited"), [withdrawn]);
}

/** Accepts by the newest token, once, before it lapses; a wrong, used or lapsed one is refused alike. Source: settled ¶people-1. */
export function acceptInvitation(
  { open }: PersonState,
  { tokenHash }: Command<"accept-invitation">,
  { at }: Circumstances,
): PersonDecision {
  const fits = open !== undefined && open.tokenHash === tokenHash && at < open.lapsesAt;
  return unless(when(!fits, "invitation-unknown"), [{ type: "invitation-accepted", data: { tokenHash } }]);
}

/** Takes in somebody whom an issuer's claims admit; who left stays out until invited again. */
export function join(state: PersonState, command: Command<"join">): PersonDecision {
  const { issuer, identity, name, email, claims } = command;
  switch (state.standing) {
    case "unknown":
      return accept<PersonEvent>({ type: "person-joined", data: { issuer, identity, name, email, claims } });
    case "active": {
      const isSame = JSON.stringify(claims) === JSON.stringify(state.claims);
      return isSame ? accept<PersonEvent>() : accept<PersonEvent>({ type: "claims-changed", data: { claims } });
    }
    default:
      return refuse("not-in-service");
  }
}
