import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import type { Day } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import type { AdministratorPost } from "./rules/administrators.ts";
import { type ShownStanding, shownStanding } from "./rules/shown-standing.ts";
import type { PeopleTables } from "./tables.ts";

type Reads = Kysely<PeopleTables>;

/** What stands in the place of a name that was erased. */
export const ERASED = "A person whose details were erased";

/** Which people a list shows. */
export interface PeopleFilter {
  /** The organisations whose people the reader may see: nobody else's are even looked at. */
  readonly places: readonly string[];
  readonly role?: string;
  readonly standing?: ShownStanding;
  /** A part of the name. */
  readonly search?: string;
  readonly now: string;
  readonly from: number;
  readonly limit: number;
}

/** A post as lists show it. */
export interface ListedPost {
  readonly person: string;
  readonly post: string;
  readonly role: string;
  readonly organisation: string;
  readonly from: Day;
  readonly until?: Day;
  readonly isWithdrawn: boolean;
  readonly isClaimed: boolean;
}

export interface ListedPerson {
  readonly person: string;
  readonly name: string;
  readonly standing: ShownStanding;
  /** Those at the places asked for, the oldest first. */
  readonly posts: readonly ListedPost[];
}

/** The people of some places, by name, and how many there are in all. */
export async function listPeople(
  db: Reads,
  filter: PeopleFilter,
): Promise<{ readonly people: readonly ListedPerson[]; readonly count: number }> {
  if (filter.places.length === 0) return { people: [], count: 0 };
  const found = db
    .selectFrom("people")
    .leftJoin("record.texts as named", "named.hash", "people.name")
    .where((eb) => eb.and([isAtPlaces(eb, filter), ...standingIs(eb, filter)]))
    .$if(filter.search !== undefined, (query) => query.where("named.body", "ilike", partOf(filter.search ?? "")));
  const [rows, counted] = await Promise.all([
    found
      .select(["people.person", "named.body as name", "people.standing", "people.lapses_at"])
      .orderBy(
        (eb) => eb.fn("lower", ["named.body"]),
        (order) => order.asc().nullsLast(),
      )
      .orderBy("people.person")
      .offset(filter.from)
      .limit(filter.limit)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow(),
  ]);
  const posts = await postsOf(
    db,
    rows.map(({ person }) => person),
    filter.places,
  );
  const people = rows.map(({ person, name, standing, lapses_at }) => ({
    person,
    name: name ?? ERASED,
    standing: shownStanding(standing, lapses_at, filter.now),
    posts: posts.filter((post) => post.person === person),
  }));
  return { people, count: counted.count };
}

type OfPeople = ExpressionBuilder<PeopleTables, "people">;

function isAtPlaces(eb: OfPeople, { places, role }: PeopleFilter): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom("people_posts")
      .select("people_posts.post")
      .whereRef("people_posts.person", "=", "people.person")
      .where("people_posts.organisation", "in", [...places])
      .$if(role !== undefined, (query) => query.where("people_posts.role", "=", role ?? "")),
  );
}

function standingIs(eb: OfPeople, { standing, now }: PeopleFilter): readonly Expression<SqlBool>[] {
  if (standing === undefined) return [];
  if (standing === "invited") return [eb("people.standing", "=", "invited"), eb("people.lapses_at", ">", now)];
  if (standing === "lapsed") return [eb("people.standing", "=", "invited"), eb("people.lapses_at", "<=", now)];
  return [eb("people.standing", "=", standing)];
}

/** The text anywhere in a name; what stands for other letters in a pattern stands for itself. */
function partOf(search: string): string {
  return `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** The posts of some people at some places, the oldest first; at all places where none are named. */
export async function postsOf(
  db: Reads,
  people: readonly string[],
  places?: readonly string[],
): Promise<readonly ListedPost[]> {
  if (people.length === 0 || places?.length === 0) return [];
  const rows = await db
    .selectFrom("people_posts")
    .selectAll()
    .where("person", "in", [...people])
    .$if(places !== undefined, (query) => query.where("organisation", "in", [...(places ?? [])]))
    .orderBy("from_day")
    .orderBy("post")
    .execute();
  return rows.map(({ person, post, role, organisation, from_day, until_day, withdrawn, claimed }) => ({
    ...{ person, post, role, organisation, from: from_day as Day, isWithdrawn: withdrawn, isClaimed: claimed },
    ...(until_day !== null && { until: until_day as Day }),
  }));
}

/** The organisations at which anybody holds or held a post. */
export async function placesInUse(db: Reads): Promise<readonly string[]> {
  const rows = await db.selectFrom("people_posts").select("organisation").distinct().orderBy("organisation").execute();
  return rows.map(({ organisation }) => organisation);
}

/** Who somebody is on a day, with the posts that count on it; nothing for who left or never accepted. */
export async function personOn(db: Reads, id: string, on: Day): Promise<Person | undefined> {
  const row = await db
    .selectFrom("people")
    .leftJoin("record.texts as named", "named.hash", "people.name")
    .select("named.body as name")
    .where("people.person", "=", id)
    .where("people.standing", "=", "active")
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const posts = await db
    .selectFrom("people_posts")
    .select(["role", "organisation"])
    .where("person", "=", id)
    .where("claimed", "=", false)
    .where("withdrawn", "=", false)
    .where("from_day", "<=", on)
    .where((eb) => eb.or([eb("until_day", "is", null), eb("until_day", ">=", on)]))
    .orderBy("from_day")
    .orderBy("post")
    .execute();
  return { id, name: row.name ?? ERASED, posts };
}

/** Every post of administrator held by somebody in the service, whatever its days. */
export async function administratorsIn(db: Reads): Promise<readonly AdministratorPost[]> {
  const rows = await db
    .selectFrom("people_posts")
    .innerJoin("people", "people.person", "people_posts.person")
    .select(["people_posts.person", "organisation", "from_day", "until_day"])
    .where("role", "=", "administrator")
    .where("standing", "=", "active")
    .where("claimed", "=", false)
    .execute();
  return rows.map(({ person, organisation, from_day, until_day }) => ({
    ...{ person, organisation, from: from_day as Day },
    ...(until_day !== null && { until: until_day as Day }),
  }));
}

/** Whether anybody else who is in the service, or invited to it, has an e-mail address. */
export async function isEmailTaken(db: Reads, email: string, person: string): Promise<boolean> {
  const row = await db
    .selectFrom("people")
    .innerJoin("record.texts as address", "address.hash", "people.email")
    .select("people.person")
    .where((eb) => eb(eb.fn("lower", ["address.body"]), "=", email.toLowerCase()))
    .where("people.standing", "in", ["active", "invited"])
    .where("people.person", "!=", person)
    .executeTakeFirst();
  return row !== undefined;
}

/** The names of people by their id, where they have one. */
export async function namesOf(db: Reads, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom("people")
    .leftJoin("record.texts as named", "named.hash", "people.name")
    .select(["people.person", "named.body as name"])
    .where("people.person", "in", [...people])
    .execute();
  return new Map(rows.map(({ person, name }) => [person, name ?? ERASED]));
}

/** Who somebody is, as far as it was not erased. */
export async function personRow(db: Reads, person: string) {
  return db
    .selectFrom("people")
    .leftJoin("record.texts as named", "named.hash", "people.name")
    .leftJoin("record.texts as address", "address.hash", "people.email")
    .select(["named.body as name", "address.body as email", "people.standing", "people.lapses_at as lapsesAt"])
    .where("people.person", "=", person)
    .executeTakeFirstOrThrow();
}
