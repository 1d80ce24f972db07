import type { Refusal } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import type { Person, Subject } from "#platform/access/person.ts";
import type { Sight } from "#platform/access/sight.ts";
import type { Content, Problem, Problems } from "#platform/web/outcome.ts";
import type { PersonRefusal } from "../decisions.ts";
import type { PeopleDesk } from "../desk.ts";
import { refusalWords } from "../refusals.ts";
import { namesOf } from "../store.ts";
import { mayAt, ownPlaces, personSubject, postSubject, subjectAt } from "../subjects.ts";
import { PEOPLE, personPath } from "../views/addresses.ts";

type Guarded<Params> = (params: Params, query: URLSearchParams, sight: Sight, person: Person) => Promise<Subject>;

/** The affairs of the person an address names; as for nobody where the reader may not see them. */
export function ofPerson(desk: PeopleDesk): Guarded<{ readonly person: string }> {
  return ({ person }, _query, _sight, viewer) => personSubject(desk, person, viewer, dayInLondon(desk.now()));
}

/** The affairs of the post that an address names; as for nobody where the reader may not see its people. */
export function ofPost(desk: PeopleDesk): Guarded<{ readonly person: string; readonly post: string }> {
  return (params, _query, _sight, viewer) => postSubject(desk, params, viewer, dayInLondon(desk.now()));
}

/** One's own places. */
export function ofOneself(_params: unknown, _query: unknown, _sight: unknown, viewer: Person): Subject {
  return ownPlaces(viewer);
}

/** What is around a page about a person. */
export async function aroundPerson(
  { people, madeUp }: PeopleDesk,
  person: string,
): Promise<Pick<Content, "section" | "trail" | "madeUp"> & { readonly name: string }> {
  const name = (await namesOf(people.reads, [person])).get(person) ?? person;
  const trail = [
    { text: "People", href: PEOPLE },
    { text: name, href: personPath(person) },
  ];
  return { name, section: "people", trail, ...(madeUp !== false && { madeUp }) };
}

/** What was refused as problems of a form, in words, each beside its field where one is known. */
export function refusedForm(
  [first, ...others]: readonly [Refusal<PersonRefusal>, ...Refusal<PersonRefusal>[]],
  fields: Readonly<Partial<Record<PersonRefusal, string>>> = {},
): Problems {
  const problem = (refusal: Refusal<PersonRefusal>): Problem => {
    const field = fields[refusal.code];
    return { message: refusalWords(refusal), ...(field !== undefined && { field }) };
  };
  return { problems: [problem(first), ...others.map(problem)] };
}

/** The fields of a post, by what can be wrong with it. */
export const POST_FIELDS: Readonly<Partial<Record<PersonRefusal, string>>> = {
  "role-unknown": "role",
  "role-not-given": "role",
  "organisation-unknown": "organisation",
  "role-elsewhere": "organisation",
  "dates-backwards": "until",
  "post-over": "until",
  "post-overlaps": "from",
  "email-taken": "email",
};

/** Why somebody may not give a post at an organisation: it is not theirs to manage. */
export async function notManaged(
  desk: PeopleDesk,
  viewer: Person,
  organisation: string,
  now: Date,
): Promise<Problems | undefined> {
  const directory = await desk.directory();
  if (!directory.organisations.has(organisation)) return undefined;
  const subject = subjectAt(directory, organisation, dayInLondon(now));
  if (mayAt(desk, viewer, "people.manage", subject)) return undefined;
  const message = `You do not give posts at ${organisation}. Ask an administrator of that place, or of one above it`;
  return { problems: [{ field: "organisation", message }] };
}
