import { dayInLondon } from "#kernel/period.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { invitationDays } from "../asked-post.ts";
import type { PeopleDesk } from "../desk.ts";
import { namesOf, postsOf } from "../store.ts";
import { ofPerson, PERSON, refused, sentOutcome } from "./asked.ts";

const RENEWALS = { password: "password", both: "password and second factor" } as const;

/** Sends an invitation again; or gives a member who cannot sign in a new way in, administrators included. */
export function inviteAgainVerb(desk: PeopleDesk): Verb<"people.manage"> {
  return verb(
    {
      name: "people invite-again",
      summary: "Print a new link: for an invitation, or a new way in for a member. The link before stops.",
      permission: "people.manage",
      subject: ofPerson(desk),
      arguments: PERSON,
      options: {
        renew: { about: "for a member, what is made anew: password, or both it and the second factor", value: "what" },
      },
    },
    async ({ arguments: { person }, options: { renew }, person: asker, by }) => {
      if (renew !== undefined && !(renew in RENEWALS)) {
        return { refused: [`Made anew is the password, or both it and the second factor, not ${renew}.`] };
      }
      const renews = renew === undefined ? undefined : RENEWALS[renew as keyof typeof RENEWALS];
      const [post] = await postsOf(desk.people.reads, [person]);
      const days = invitationDays(desk, await desk.directory(), post?.organisation ?? "", dayInLondon(by.at));
      const byOperator = asker.posts.some(({ role }) => role === "operator");
      const sent = await desk.people.inviteAgain(person, { days, byOperator, ...(renews && { renews }) }, by);
      if ("refused" in sent) return refused(sent);
      return sentOutcome(desk, (await namesOf(desk.people.reads, [person])).get(person) ?? person, sent);
    },
  );
}
