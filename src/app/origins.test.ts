import { describe, expect, test } from "vitest";
import type { Snapshot } from "#features/activity/index.ts";
import { directoryOf, type Organisation } from "#features/organisations/index.ts";
import { day } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import { sees } from "#platform/access/sight.ts";
import { access, type Permission } from "./grants.ts";
import { originLinks } from "./origins.ts";
import { sightOf } from "./sight.ts";

const place = (code: string, kind: Organisation["kind"]): Organisation => ({ code, name: code, kind });
const from = day("2000-04-01");
const DIRECTORY = directoryOf({
  organisations: [
    ...["9A1", "9A2"].map((code) => place(code, "pct")),
    ...["X81001", "X81002", "X82001"].map((code) => place(code, "practice")),
  ],
  memberships: [
    { member: "X81001", organisation: "9A1", kind: "pct", from },
    { member: "X81002", organisation: "9A1", kind: "pct", from },
    { member: "X82001", organisation: "9A2", kind: "pct", from },
  ],
  participation: [],
});
const NOW = new Date("2008-05-06T09:00:00Z");
const SNAPSHOT = { id: "ab12", commissioner: "9A1", on: day("2008-04-01") } as Snapshot;

let asked = 0;
const links = originLinks({
  directory: async () => DIRECTORY,
  now: () => NOW,
  snapshots: {
    find: async (id, sight) => {
      asked += 1;
      return id === SNAPSHOT.id && sees(sight, SNAPSHOT.commissioner) ? SNAPSHOT : undefined;
    },
  },
});

function linksFor(role: string, organisation: string) {
  const person: Person = { id: "somebody", name: "Somebody", posts: [{ role, organisation }] };
  const may = (permission: string, subject?: Parameters<typeof access.may>[2]) =>
    access.may(person, permission as Permission, subject).allowed;
  return links({ may, sight: sightOf(person, DIRECTORY, day("2008-05-06")) });
}

const KEYS = { practice: "X81001", snapshot: "ab12", month: "2008-04", asAt: "2008-04-01", pct: "9A1" };
const ORIGINS = [
  { kind: "activity", keys: { ...KEYS, activity: "emergency" } },
  { kind: "practice-activity", keys: KEYS },
  { kind: "unpriced-activity", keys: KEYS },
  { kind: "data-quality", keys: KEYS },
  { kind: "registered-list", keys: KEYS },
  { kind: "need", keys: KEYS },
];
const hrefs = (role: string, organisation: string) =>
  Promise.all(ORIGINS.map(async (origin) => (await linksFor(role, organisation)(origin))?.href));

describe("from a figure its reader is led", () => {
  test.each([
    ["practice manager", "X81001"],
    ["GP lead", "X81002"],
    ["PCT finance", "9A1"],
  ])("to what is behind it, as %s of %s", async (role, organisation) => {
    expect(await hrefs(role, organisation)).toEqual([
      "/activity/ab12/X81001/emergency?month=2008-04",
      "/activity/ab12/X81001",
      "/activity/ab12/X81001#unpriced",
      "/quality/9A1",
      "/lists/X81001?on=2008-04-01",
      "/need/X81001",
    ]);
  });

  test.each([
    ["PCT finance", "9A2"],
    ["practice manager", "X82001"],
    ["LMC", "9A1"],
    ["public", ""],
  ])("nowhere that would be refused, as %s of %s", async (role, organisation) => {
    expect(await hrefs(role, organisation)).toEqual(ORIGINS.map(() => undefined));
  });

  test("nowhere for a figure that rests on no page, or on a snapshot that is not there", async () => {
    const linkOf = linksFor("PCT finance", "9A1");
    expect(await linkOf({ kind: "prescribing", keys: KEYS })).toBe(undefined);
    expect(await linkOf({ kind: "activity", keys: { ...KEYS, snapshot: "ffff" } })).toBe(undefined);
    expect(await linkOf({ kind: "practice-activity", keys: { practice: "X81001" } })).toBe(undefined);
  });

  test("with one question for all figures that rest on the same activity", async () => {
    const linkOf = linksFor("PCT finance", "9A1");
    const before = asked;
    for (const month of ["2008-04", "2008-05", "2008-06"]) {
      await linkOf({ kind: "activity", keys: { ...KEYS, month, activity: "emergency" } });
    }
    expect(asked - before).toBe(1);
  });
});
