import { afterAll, beforeAll, expect, test } from "vitest";
import { directoryOf, type Membership, type OrganisationKind } from "#features/organisations/index.ts";
import { openPeopleBook, type PeopleBook, peopleReadModel, personOn } from "#features/people/index.ts";
import type { Day } from "#kernel/period.ts";
import type { Record } from "#platform/record/index.ts";
import { testRecord } from "#platform/record/testing.ts";
import { COUNTY_PEOPLE } from "./county-people.ts";
import { foundPeople } from "./found-people.ts";
import { SAMPLE_PEOPLE } from "./people.ts";
import { membershipRows, organisationRows } from "./setting/directory.ts";
import { fenmere } from "./setting/fenmere.ts";

const setting = fenmere();

let record: Record;
let people: PeopleBook;
let made = 0;
beforeAll(async () => {
  record = await testRecord([peopleReadModel]);
  const next = (what: string) => () => `${what}-${++made}`;
  people = openPeopleBook({ record, newId: next("id"), newToken: next("token"), onLeft: async () => undefined });
});
afterAll(() => record.close());

const day = (text: string) => text as Day;
const directory = directoryOf({
  organisations: organisationRows(setting).map(({ code, name, kind, opened }) => ({
    ...{ code, name, kind: kind as OrganisationKind, openedOn: day(opened) },
  })),
  memberships: membershipRows(setting).map(({ member, organisation, kind, from, until }) => ({
    ...{ member, organisation, kind: kind as Membership["kind"], from: day(from) },
    ...(until !== "" && { until: day(until) }),
  })),
  participation: [],
});

const found = () =>
  foundPeople({
    ...{ people, record, tell: () => undefined },
    directory: async () => directory,
    at: (on: Day) => new Date(`${on}T09:00:00Z`),
  });

test("the county's people come in by invitations; some have not come, and one has left", async () => {
  await found();
  const standings = await Promise.all(COUNTY_PEOPLE.map(async ({ id }) => (await people.state(id)).standing));
  expect(Map.groupBy(standings, (each) => each).get("active")).toHaveLength(12);
  expect(standings.toSorted()).toEqual([...Array(12).fill("active"), "invited", "invited", "left"].toSorted());
  expect(await personOn(people.reads, "wilma-wigeon", day("2008-05-06"))).toEqual({
    ...{ id: "wilma-wigeon", name: "Wilma Wigeon" },
    posts: [{ role: "practice manager", organisation: "X81003" }],
  });
});

test("founding again leaves who is there alone", async () => {
  const before = await record.history({ limit: 500 });
  await found();
  expect(await record.history({ limit: 500 })).toEqual(before);
  expect(await record.verify()).toMatchObject({ whole: true, faults: [] });
});

test("those of them whom a visitor may choose to be hold the posts that the record says", async () => {
  const chosen = SAMPLE_PEOPLE.filter(({ id }) => COUNTY_PEOPLE.some((each) => each.id === id));
  expect(chosen.length).toBe(5);
  for (const person of chosen) {
    expect(await personOn(people.reads, person.id, day("2008-05-06"))).toMatchObject({ posts: person.posts });
  }
});
