import { isRefused } from "#kernel/decision.ts";
import { dayInLondon, daysLater } from "#kernel/period.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { dayText } from "#platform/web/words/dates.ts";
import { dayEntered } from "#platform/web/words/entered.ts";
import { askedPostAt } from "../asked-post.ts";
import type { PeopleDesk } from "../desk.ts";
import { personTold } from "../person-told.ts";
import { postSubject } from "../subjects.ts";
import { isWrong, readOneDay, readPost } from "../views/entered.ts";
import { postDays } from "../views/words.ts";
import { ofOrganisation, ofPerson, PERSON, POST_OPTIONS, refused, unreadable } from "./asked.ts";

/** Gives somebody a post; what somebody gives themselves is asked for instead. */
export function giveVerb(desk: PeopleDesk): Verb<"people.manage"> {
  return verb(
    {
      name: "people give",
      summary: "Give somebody a post. One's own counts once another administrator confirms it.",
      permission: "people.manage",
      subject: async (input) => {
        await ofPerson(desk)(input);
        return ofOrganisation(desk, input.options.organisation);
      },
      arguments: PERSON,
      options: POST_OPTIONS,
    },
    async ({ arguments: { person }, options, person: asker, by }) => {
      const today = dayInLondon(by.at);
      const post = readPost({ ...options, from: options.from ?? dayEntered(today) });
      if (isWrong(post)) return unreadable(post);
      const asked = askedPostAt(await desk.directory(), post, desk.people.newId(), today);
      const decision = await desk.people.perform(person, { kind: "give-post", post: asked }, by);
      if (isRefused(decision)) return refused(decision);
      const words = `${asked.role} at ${asked.organisation} ${postDays(asked)}`;
      const isAsked = asker.id === person;
      const text = isAsked ? `Asked for: ${words}. Another administrator has to confirm it.` : `Given: ${words}.`;
      return { text, data: { person, ...post, [isAsked ? "change" : "post"]: asked.id } };
    },
  );
}

/** Ends a post after a day. */
export function endVerb(desk: PeopleDesk): Verb<"people.manage"> {
  return verb(
    {
      name: "people end",
      summary: "End a post after a day: at once unless a last day is given.",
      permission: "people.manage",
      subject: ({ arguments: { person }, options: { post }, person: viewer }) =>
        postSubject(desk, { person, post }, viewer, dayInLondon(desk.now())),
      arguments: PERSON,
      options: {
        post: { about: "the post, by the id that people show has", value: "post", required: true },
        last: { about: "its last day; yesterday, which ends it at once, unless given", value: "day" },
      },
    },
    async ({ arguments: { person }, options: { post, last }, by }) => {
      const read = readOneDay({ last: last ?? daysLater(dayInLondon(by.at), -1) }, "last", "last");
      if (isWrong(read)) return unreadable(read);
      const decision = await desk.people.perform(person, { kind: "end-post", post, last: read.day }, by);
      if (isRefused(decision)) return refused(decision);
      return { text: `The post ends after ${dayText(read.day)}.`, data: { person, post, last: read.day } };
    },
  );
}

/** Ends everything at once. */
export function leaveVerb(desk: PeopleDesk): Verb<"people.manage"> {
  return verb(
    {
      name: "people leave",
      summary: "End every post of somebody at once; their history stays.",
      permission: "people.manage",
      subject: ofPerson(desk),
      arguments: PERSON,
    },
    async ({ arguments: { person: id }, person: viewer, by }) => {
      const told = await personTold(desk, { id, viewer, now: by.at, today: dayInLondon(by.at) });
      if (!told.mayManageAll) {
        return { refused: [`${told.name} also holds a post where you do not give posts. End those that you give.`] };
      }
      const decision = await desk.people.perform(id, { kind: "leave" }, by);
      if (isRefused(decision)) return refused(decision);
      return { text: `${told.name} has left. Every post ended at once.`, data: { person: id } };
    },
  );
}
