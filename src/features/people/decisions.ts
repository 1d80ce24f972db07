import { refuse } from "#kernel/decision.ts";
import { confirmChange, refuseChange } from "./decisions/asked-changes.ts";
import { type Circumstances, type PersonCommand, type PersonDecision, unless, when } from "./decisions/command.ts";
import { acceptInvitation, invite, inviteAgain, join, withdrawInvitation } from "./decisions/invitations.ts";
import { acknowledge } from "./decisions/notices.ts";
import { changeDates, endPost, givePost, leave } from "./decisions/posts.ts";
import type { PersonState } from "./rules/record/person-state.ts";

export type { Circumstances, PersonCommand, PersonRefusal } from "./decisions/command.ts";

/** What a command about a person leads to: events to record, or all the reasons why not. */
export function decide(state: PersonState, command: PersonCommand, around: Circumstances): PersonDecision {
  switch (command.kind) {
    case "give-post":
      return givePost(state, command.post, around);
    case "change-dates":
      return changeDates(state, command, around);
    case "end-post":
      return endPost(state, command, around);
    case "leave":
      return leave(state, around);
    case "confirm-change":
      return confirmChange(state, command, around);
    case "refuse-change":
      return refuseChange(state, command);
    case "acknowledge-notice":
      return acknowledge(state, command, around);
    default:
      return decideOnBelonging(state, command, around);
  }
}

type AboutPosts =
  | "give-post"
  | "change-dates"
  | "end-post"
  | "leave"
  | "confirm-change"
  | "refuse-change"
  | "acknowledge-notice";

function decideOnBelonging(
  state: PersonState,
  command: Exclude<PersonCommand, { readonly kind: AboutPosts }>,
  around: Circumstances,
): PersonDecision {
  switch (command.kind) {
    case "invite":
      return invite(state, command, around);
    case "invite-again":
      return inviteAgain(state, command, around);
    case "withdraw-invitation":
      return withdrawInvitation(state, around);
    case "accept-invitation":
      return acceptInvitation(state, command, around);
    case "join":
      return join(state, command);
    case "erase-details":
      return eraseDetails(state);
  }
}

/** Erases name and e-mail address of somebody who left, or never came. Source: settled ¶people-7. */
function eraseDetails(state: PersonState): PersonDecision {
  if (state.details === undefined) return refuse("nobody-there");
  const isStill = state.standing === "active" || state.standing === "invited";
  return unless(when(isStill, "still-in"), [{ type: "details-erased", data: {} }]);
}
