import type { PeopleInPosts } from "#features/interests/index.ts";
import type { PeopleBook } from "#features/people/index.ts";
import type { Person } from "#platform/access/person.ts";

/**
 * Who holds which posts, and what they are called: people on record, and the invented people of a made-up world, who are in
 * nobody's record.
 */
export function peopleInPosts(people: Pick<PeopleBook, "reads">, invented: readonly Person[]): PeopleInPosts {
  return {
    holders: async (organisations, on) => {
      if (organisations.length === 0) return [];
      const rows = await people.reads
        .selectFrom("people_posts")
        .innerJoin("people", "people.person", "people_posts.person")
        .select(["people_posts.person", "role", "organisation"])
        .where("people.standing", "=", "active")
        .where("organisation", "in", [...organisations])
        .where("withdrawn", "=", false)
        .where("from_day", "<=", on)
        .where((eb) => eb.or([eb("until_day", "is", null), eb("until_day", ">=", on)]))
        .orderBy("people_posts.person")
        .execute();
      const made = invented.flatMap(({ id, posts }) => posts.map((post) => ({ person: id, ...post })));
      const known = new Set(rows.map(({ person }) => person));
      return [...rows, ...made.filter((each) => !known.has(each.person) && organisations.includes(each.organisation))];
    },
    names: async (ids) => {
      const made = invented.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name] as const);
      if (ids.length === 0) return new Map();
      const rows = await people.reads
        .selectFrom("people")
        .innerJoin("record.texts as named", "named.hash", "people.name")
        .select(["people.person", "named.body as name"])
        .where("people.person", "in", [...ids])
        .execute();
      return new Map([...made, ...rows.map(({ person, name }) => [person, name] as const)]);
    },
  };
}
