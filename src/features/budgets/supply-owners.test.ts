import { describe, expect, test } from "vitest";
import { directoryOf, type Membership, type Organisation } from "#features/organisations/index.ts";
import { day } from "#kernel/period.ts";
import { EVERYWHERE } from "#platform/access/sight.ts";
import type { Lake } from "#platform/lake/index.ts";
import { outOfSight, supplyOwners } from "./supply-owners.ts";

const place = (code: string, kind: Organisation["kind"], closedOn?: string): Organisation => ({
  ...{ code, name: code, kind },
  ...(closedOn !== undefined && { closedOn: day(closedOn) }),
});
const belongs = (member: string, organisation: string, from: string, until?: string): Membership => ({
  ...{ member, organisation, kind: "pct", from: day(from) },
  ...(until !== undefined && { until: day(until) }),
});

const DIRECTORY = directoryOf({
  organisations: [
    ...["9A1", "9A2", "9A3"].map((code) => place(code, "pct")),
    ...["X1", "X2", "X3"].map((code) => place(code, "practice")),
    place("X4", "practice", "2007-12-31"),
  ],
  memberships: [
    belongs("X1", "9A1", "2000-04-01"),
    belongs("X2", "9A2", "2000-04-01", "2007-09-30"),
    belongs("X2", "9A1", "2007-10-01"),
    belongs("X2", "06K", "2013-04-01"),
    belongs("X3", "9A1", "2000-04-01", "2007-09-30"),
    belongs("X3", "9A3", "2007-10-01"),
    belongs("X4", "9A3", "2000-04-01", "2007-09-30"),
    belongs("X4", "9A1", "2007-10-01", "2007-12-31"),
  ],
  participation: [],
});
const ON = day("2008-04-01");

describe("a PCT's budgets follow from the standing facts", () => {
  test("of its own files and of PCTs that its practices came from, closed ones too, but not of where one has gone", () => {
    expect(supplyOwners(DIRECTORY, "9A1", ON, ["9A1"]).owners).toEqual(["9A1", "9A2", "9A3"]);
    expect(supplyOwners(DIRECTORY, "9A2", ON, ["9A2"]).owners).toEqual(["9A2"]);
    expect(supplyOwners(DIRECTORY, "9A3", ON, ["9A3"]).owners).toEqual(["9A1", "9A3"]);
  });

  test("of the same owners whoever asks, and with sight of everything only for who has it", () => {
    const [finance, region] = [["9A1"], ["9A1", "9A2"]].map((sight) => supplyOwners(DIRECTORY, "9A1", ON, sight));
    expect(finance).toEqual(region);
    expect(finance?.sight).toEqual(finance?.owners);
    const operator = supplyOwners(DIRECTORY, "9A1", ON, EVERYWHERE);
    expect(operator).toEqual({ owners: finance?.owners, sight: EVERYWHERE });
  });
});

test("what an earlier release left uncut is named, but to who sees everything", async () => {
  const table = { name: "need", columns: {} };
  const lake = {
    datasets: [{ table, title: "Need weights" }],
    uncut: async (dataset: string) => (dataset === "registered-list" ? 0 : 2),
  } as unknown as Lake;
  expect(await outOfSight(lake, ["9A1"])).toEqual(["Need weights", "budget-before"]);
  expect(await outOfSight(lake, EVERYWHERE)).toEqual([]);
});
