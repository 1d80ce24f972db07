import type { Refusal } from "#kernel/decision.ts";
import { isDay } from "#kernel/period.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { PersonRefusal } from "./decisions.ts";
import { heldAtWords, isRole } from "./rules/role-words.ts";

type Words = (fact: (name: string) => string) => string;

const WORDS: { readonly [C in PersonRefusal]: Words } = {
  "already-in": () =>
    "They are in the service or invited to it already. Give them a post, or send the invitation again.",
  "email-taken": () =>
    "Somebody in the service has this e-mail address. If you do not see them among your people, ask an administrator of the region, or the operator, to give them the post.",
  "no-posts": () => "An invitation needs a post. Say in which role, and where.",
  "has-administrator": (fact) =>
    `${fact("organisation")} has an administrator, who can make another. Ask them, or give somebody the role with the verb people give.`,
  "not-invited": () => "They have no invitation that is open. Look at what became of it on their page.",
  "nobody-there": () => "There is no name or address of this person to erase.",
  "administrator-renewal": () =>
    "They are an administrator, and whoever holds the link could come in as them. Ask the operator to use the verb people invite-again.",
  "invitation-unknown": () =>
    "The invitation is not known, was used or has lapsed. Ask whoever invited you for another.",
  "own-doing": () => "It is about yourself, or was your doing. Ask another administrator to do it.",
  "no-other-administrator": (fact) =>
    `What you ask for yourself needs another administrator's word, and ${fact("organisation")} has no other, nor has a place above it. Ask the operator to give the post with the verb people give, or make somebody else administrator first.`,
  "last-administrator": (fact) =>
    `${fact("organisation")} would be without an administrator. Make somebody else administrator there first, with no earlier end.`,
  "not-in-service": () => "They are not in the service. Invite them, or invite them back.",
  "post-unknown": () => "They hold no such post any more. Look at their posts again.",
  "last-day-early": (fact) =>
    `${fact("last")} is too long ago: what was done in the post since then stands. The earliest last day is yesterday, ${fact("yesterday")}, which ends it at once.`,
  "last-day-late": (fact) => `The post ends on ${fact("until")} as it is. Give an earlier day, or change its dates.`,
  "change-unknown": () => "It was confirmed, refused or taken back meanwhile. Look at the page again.",
  "notice-unknown": () => "It was acknowledged meanwhile. Look at the page again.",
  "still-in": () =>
    "They are in the service or invited to it. Only who left or never came can have their details erased.",
  "role-unknown": (fact) => `${fact("role")} is no role of the service. Choose one of the list.`,
  "role-not-given": (fact) => `Nobody is given the role ${fact("role")}: it says what somebody is without a post.`,
  "organisation-unknown": (fact) =>
    `The directory has no open organisation ${fact("organisation")}. Check the code, or load the organisations.`,
  "role-elsewhere": (fact) => {
    const role = fact("role");
    return `${role} cannot be held at ${fact("organisation")}: it belongs to ${isRole(role) ? heldAtWords(role) : "another place"}.`;
  },
  "dates-backwards": (fact) =>
    `The last day, ${fact("until")}, is before the first, ${fact("from")}. Correct the dates.`,
  "post-over": (fact) => `The last day, ${fact("until")}, is past. Give a later one; to end a post at once, end it.`,
  "post-overlaps": (fact) =>
    `They are ${fact("role")} at ${fact("organisation")} already, since ${fact("since")}. Change the days of that post, or begin after it.`,
};

/** Every code there are words for. */
export const PERSON_REFUSALS = Object.keys(WORDS) as readonly PersonRefusal[];

/** What a person reads when something about people is refused: what, why, and what to do. */
export function refusalWords({ code, facts = {} }: Refusal<PersonRefusal>): string {
  return WORDS[code]((name) => {
    const fact = String(facts[name] ?? `(${name} not stated)`);
    return isDay(fact) ? dayText(fact) : fact;
  });
}
