import { dayInLondon } from "#kernel/period.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import type { PeopleDesk } from "../desk.ts";
import { GIVEN_ROLES, isRole } from "../rules/role-words.ts";
import { isShownStanding, STANDING_WORDS } from "../rules/shown-standing.ts";
import { listPeople, type PeopleFilter } from "../store.ts";
import { ownPlaces, placesSeen, subjectAt } from "../subjects.ts";
import { postDays } from "../views/words.ts";

/** More people than any service has. */
const ALL = 1_000_000;

/** Lists the people of the places that the asker sees. */
export function listVerb(desk: PeopleDesk): Verb<"people.view"> {
  return verb(
    {
      name: "people list",
      summary: "List the people that you may see, with their posts.",
      permission: "people.view",
      subject: ({ person }) => ownPlaces(person),
      options: {
        organisation: { about: "only of this organisation and of all within it", value: "code" },
        role: { about: "only with this role", value: "role" },
        standing: { about: Object.keys(STANDING_WORDS).join(", "), value: "standing" },
        name: { about: "only with this in the name", value: "part" },
      },
    },
    async ({ options: { organisation, ...options }, person }) => {
      const asked = askedFilter(options);
      if ("refused" in asked) return asked;
      const [directory, now] = [await desk.directory(), desk.now()];
      const today = dayInLondon(now);
      const seen = await placesSeen(desk, person, today);
      const places = seen.filter(
        (code) => organisation === undefined || subjectAt(directory, code, today).within.includes(organisation),
      );
      const filter = { ...asked.filter, places, now: now.toISOString(), from: 0, limit: ALL };
      const { people } = await listPeople(desk.people.reads, filter);
      const lines = people.flatMap((each) => [
        `${each.person}  ${each.name}: ${STANDING_WORDS[each.standing].toLowerCase()}`,
        ...each.posts.map((post) => `    ${post.role} at ${post.organisation} ${postDays(post)}`),
      ]);
      return { text: lines.length === 0 ? ["Nobody that you may see fits."] : lines, data: { people } };
    },
  );
}

interface Options {
  readonly role: string | undefined;
  readonly standing: string | undefined;
  readonly name: string | undefined;
}

type Asked =
  | { readonly filter: Pick<PeopleFilter, "role" | "standing" | "search"> }
  | { readonly refused: readonly [string] };

function askedFilter({ role, standing, name }: Options): Asked {
  if (role !== undefined && !isRole(role)) {
    return { refused: [`${role} is no role. There are: ${GIVEN_ROLES.join(", ")}.`] };
  }
  if (standing !== undefined && !isShownStanding(standing)) {
    return { refused: [`${standing} is no standing. There are: ${Object.keys(STANDING_WORDS).join(", ")}.`] };
  }
  const filter = { ...(role && { role }), ...(standing && { standing }), ...(name && { search: name }) };
  return { filter };
}
