import { dayInLondon } from "#kernel/period.ts";
import { type Page, page } from "#platform/web/page.ts";
import type { PeopleDesk } from "../desk.ts";
import type { PeoplePermission } from "../grants.ts";
import { personTold } from "../person-told.ts";
import { PEOPLE } from "../views/addresses.ts";
import { aroundPerson, ofPerson } from "./frame.ts";
import { PersonView } from "./person.view.tsx";

const NEWS: Readonly<Record<string, string>> = {
  given: "The post is given, and is on the record under your name.",
  asked: "It is asked for, and counts once another administrator confirms it. They are told.",
  dates: "The days of the post are changed.",
  ended: "The post ends as you said.",
  left: "They have left: every post ended at once, and they can do nothing any more.",
  withdrawn: "The invitation is withdrawn, and its link no longer works.",
  confirmed: "It is confirmed, and counts from now on.",
  refused: "It is not confirmed, and does not count.",
};

/** A person: where they stand, their posts, what waits, and what happened. */
export function personPage(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofPerson(desk);
  return page("/people/:person", { permission: "people.view", subject }, async (visit) => {
    const { params, person: viewer, now, query } = visit;
    const on = dayInLondon(now);
    const told = await personTold(desk, { id: params.person, viewer, now, today: on });
    const news = NEWS[query.get("done") ?? ""];
    return {
      title: told.name,
      ...(await aroundPerson(desk, params.person)),
      trail: [{ text: "People", href: PEOPLE }],
      recordedAs: `person/${params.person}`,
      body: <PersonView told={told} today={on} isOwn={viewer.id === params.person} news={news} />,
    };
  });
}
