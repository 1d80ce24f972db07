import type { Directory } from "#features/organisations/index.ts";
import type { Day } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Person, Subject } from "#platform/access/person.ts";
import type { PeopleDesk } from "./desk.ts";
import type { PeoplePermission } from "./grants.ts";
import { namesOf, placesInUse, postsOf } from "./store.ts";

/** Where it is asked who may do what. */
type Asked = Pick<PeopleDesk, "access">;

/** Whether somebody may do something about the people of a place. */
export function mayAt({ access }: Asked, person: Person, permission: PeoplePermission, subject: Subject): boolean {
  return access.may(person, permission, subject).allowed;
}

/** An organisation with all above it: on the day, or on its own last day once it has closed. */
export function subjectAt(directory: Directory, code: string, today: Day): Subject {
  const closedOn = directory.organisations.get(code)?.closedOn;
  const on = closedOn !== undefined && closedOn < today ? closedOn : today;
  return { organisation: code, within: directory.within(code, on) };
}

/** One's own places, for what is about whoever asks: the list of the people one may see. */
export function ownPlaces({ posts }: Person): Subject {
  const within = [...new Set(posts.map(({ organisation }) => organisation))];
  return { organisation: within[0] ?? "", within };
}

/** Of some organisations, those whose people somebody may see or manage. */
export function reached(
  { access }: Asked,
  person: Person,
  permission: PeoplePermission,
  codes: readonly string[],
  directory: Directory,
  today: Day,
): readonly string[] {
  const { of, except } = access.reach(person, permission);
  return codes.filter((code) => {
    const { within } = subjectAt(directory, code, today);
    const isIn = of === "everywhere" || within.some((above) => of.includes(above));
    return isIn && !within.some((above) => except.includes(above));
  });
}

/** The organisations with people whom somebody may see. */
export async function placesSeen(desk: PeopleDesk, viewer: Person, today: Day): Promise<readonly string[]> {
  return reached(desk, viewer, "people.view", await placesInUse(desk.people.reads), await desk.directory(), today);
}

const UNKNOWN = "There is nobody of this address among the people you may see.";

/**
 * Whose affairs a person is: those of every place where they hold or held a post. Throws NotFound for somebody whom the
 * viewer may not see, in the same words as for nobody: that they exist is not for others to know.
 */
export async function personSubject(desk: PeopleDesk, id: string, viewer: Person, today: Day): Promise<Subject> {
  const [directory, posts, names] = await Promise.all([
    desk.directory(),
    postsOf(desk.people.reads, [id]),
    namesOf(desk.people.reads, [id]),
  ]);
  if (!names.has(id)) throw new NotFound(UNKNOWN);
  const all = posts.map(({ organisation }) => subjectAt(directory, organisation, today));
  const seen = all.filter((subject) => mayAt(desk, viewer, "people.view", subject));
  const isSeen = seen.length > 0 || (all.length === 0 && mayAt(desk, viewer, "people.view", NOWHERE));
  if (!isSeen) throw new NotFound(UNKNOWN);
  const within = [...new Set(seen.flatMap((subject) => subject.within))];
  return { organisation: seen[0]?.organisation ?? "", within };
}

const NOWHERE: Subject = { organisation: "", within: [] };

/** Whose affairs a post is: those of its organisation. Throws NotFound as for a person whom the viewer may not see. */
export async function postSubject(
  desk: PeopleDesk,
  { person, post }: { readonly person: string; readonly post: string },
  viewer: Person,
  today: Day,
): Promise<Subject> {
  await personSubject(desk, person, viewer, today);
  const found = (await postsOf(desk.people.reads, [person])).find((each) => each.post === post);
  const subject = found && subjectAt(await desk.directory(), found.organisation, today);
  if (subject === undefined || !mayAt(desk, viewer, "people.view", subject)) throw new NotFound(UNKNOWN);
  return subject;
}

/** Whose affairs something is that waits for administrators. Throws NotFound where it is not there for the viewer. */
export async function waitingSubject(
  desk: PeopleDesk,
  organisation: string | undefined,
  viewer: Person,
  today: Day,
): Promise<Subject> {
  const subject = organisation === undefined ? undefined : subjectAt(await desk.directory(), organisation, today);
  if (subject !== undefined && mayAt(desk, viewer, "people.view", subject)) return subject;
  throw new NotFound("It was seen to meanwhile, or it is not among what you may see.");
}
