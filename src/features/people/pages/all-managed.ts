import { dayInLondon } from "#kernel/period.ts";
import type { Problems } from "#platform/web/outcome.ts";
import type { Visit } from "#platform/web/page.ts";
import type { PeopleDesk } from "../desk.ts";
import { personTold } from "../person-told.ts";

/** A visit about a person. */
export interface PersonVisit extends Omit<Visit, "params"> {
  readonly params: { readonly person: string };
}

/** Why somebody may not do what touches every post of a person: some are held where they do not give posts. */
export async function notAll(
  desk: PeopleDesk,
  { params, person: viewer, now }: PersonVisit,
): Promise<Problems | undefined> {
  const told = await personTold(desk, { id: params.person, viewer, now, today: dayInLondon(now) });
  if (told.mayManageAll) return undefined;
  const message =
    "They also hold a post where you do not give posts. End the posts that you give, or ask an administrator above";
  return { problems: [{ message }] };
}
