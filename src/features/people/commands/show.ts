import { dayInLondon } from "#kernel/period.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import type { PeopleDesk } from "../desk.ts";
import { type PersonTold, personTold } from "../person-told.ts";
import { STANDING_WORDS } from "../rules/shown-standing.ts";
import { momentText, postDays } from "../views/words.ts";
import { ofPerson, PERSON } from "./asked.ts";

/** Shows a person: posts, what waits for another administrator, and what happened. */
export function showVerb(desk: PeopleDesk): Verb<"people.view"> {
  return verb(
    {
      name: "people show",
      summary: "Show a person: posts, what waits, and what happened on whose authority.",
      permission: "people.view",
      subject: ofPerson(desk),
      arguments: PERSON,
    },
    async ({ arguments: { person: id }, person: viewer }) => {
      const now = desk.now();
      const told = await personTold(desk, { id, viewer, now, today: dayInLondon(now) });
      return { text: linesOf(told), data: told };
    },
  );
}

function linesOf({ name, standing, email, posts, changes, history }: PersonTold): readonly string[] {
  return [
    `${name}: ${STANDING_WORDS[standing].toLowerCase()}${email === undefined ? "" : `, ${email}`}`,
    "Posts",
    ...posts.map((post) => `  ${post.post}  ${post.role} at ${post.place} (${post.organisation}) ${postDays(post)}`),
    ...(changes.length === 0 ? [] : ["Asked for, and waiting for another administrator"]),
    ...changes.map((each) => `  ${each.change}  ${each.role} at ${each.place} ${postDays(each)}`),
    "What happened, the newest first",
    ...history.map(({ at, what, who, authority }) =>
      [`  ${momentText(at)}  ${what}. By ${who}`, ...(authority === undefined ? [] : [authority])].join(". "),
    ),
  ];
}
