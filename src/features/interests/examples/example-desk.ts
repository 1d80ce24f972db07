import { directoryOf, type Membership } from "#features/organisations/index.ts";
import { loadRulebook, loadSources } from "#features/rulebook/index.ts";
import { type Day, day } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import type { Record } from "#platform/record/index.ts";
import { testRecord } from "#platform/record/testing.ts";
import { type VisitedWeb, visitedWeb } from "#platform/web/testing.ts";
import { grants } from "../grants.ts";
import { openInterestBook } from "../interest-book.ts";
import { pages } from "../pages/interest-pages.ts";
import { interestsReadModel } from "../read-model.ts";
import type { InterestsWiring } from "../wiring.ts";

const PCTS = ["5QX", "5QY"] as const;
const belongs = (member: string, organisation: string, kind: Membership["kind"]): Membership => ({
  ...{ member, organisation, kind },
  from: day("2006-10-01"),
});

/** Two invented PCTs of a region, each with a practice. */
export const EXAMPLE_DIRECTORY = directoryOf({
  organisations: [
    { code: "Q99", name: "The Fens", kind: "region" },
    { code: "5QX", name: "West Fen PCT", kind: "pct" },
    { code: "5QY", name: "East Fen PCT", kind: "pct" },
    { code: "X81001", name: "Ash Surgery", kind: "practice" },
    { code: "X82001", name: "Elm Surgery", kind: "practice" },
    { code: "RX9", name: "Fen Hospital", kind: "provider" },
  ],
  memberships: [
    ...PCTS.map((pct) => belongs(pct, "Q99", "region")),
    belongs("X81001", "5QX", "pct"),
    belongs("X82001", "5QY", "pct"),
  ],
  participation: [],
});

const somebody = (id: string, role: string, organisation: string): Person => ({
  ...{ id, name: `Sam ${id}` },
  posts: [{ role, organisation }],
});

/** A few invented people, one for each that a page tells apart. */
export const EXAMPLE_PEOPLE: readonly Person[] = [
  somebody("director", "PCT director", "5QX"),
  somebody("second-director", "PCT director", "5QX"),
  somebody("lead", "GP lead", "X81001"),
  somebody("manager", "practice manager", "X81001"),
  somebody("elsewhere", "PCT director", "5QY"),
  somebody("lead-elsewhere", "GP lead", "X82001"),
];

export const EXAMPLE_NOW = new Date("2008-05-06T09:00:00Z");

/** The pages of declarations over a record of their own. */
export interface ExampleDesk {
  readonly record: Record;
  readonly wiring: InterestsWiring;
  readonly web: VisitedWeb;
  /** Lets days go by. */
  on(today: Day): void;
}

export async function openExampleDesk(): Promise<ExampleDesk> {
  const record = await testRecord([interestsReadModel]);
  let now = EXAMPLE_NOW;
  let made = 0;
  const wiring: InterestsWiring = {
    interests: openInterestBook(record),
    peopleInPosts: {
      holders: async (organisations) =>
        EXAMPLE_PEOPLE.flatMap(({ id, posts }) => posts.map((post) => ({ person: id, ...post }))).filter(
          ({ organisation }) => organisations.includes(organisation),
        ),
      names: async (ids) =>
        new Map(EXAMPLE_PEOPLE.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name])),
    },
    rulebook: loadRulebook(["rulebook"], loadSources("docs/sources")),
    directory: async () => EXAMPLE_DIRECTORY,
    now: () => now,
    newId: () => `declaration-${made++}`,
    madeUp: "The Fens are made up.",
  };
  const web = await visitedWeb({ grants, pages: pages(wiring), people: EXAMPLE_PEOPLE, now: () => now });
  const on = (today: Day) => {
    now = new Date(`${today}T09:00:00Z`);
  };
  return { record, wiring, web, on };
}
