import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, day } from "#kernel/period.ts";
import { type DirectoryEntries, directoryOf, type Membership, type Organisation } from "./directory.ts";
import { formerPctLocalities } from "./management-locality.ts";

const practice = (code: string, more: Partial<Organisation> = {}): Organisation => ({
  code,
  name: `Practice ${code}`,
  kind: "practice",
  ...more,
});
const belongs = (member: string, organisation: string, kind: Membership["kind"], from: string, until?: string) => ({
  member,
  organisation,
  kind,
  from: day(from),
  ...(until === undefined ? {} : { until: day(until) }),
});

const entries: DirectoryEntries = {
  organisations: [
    { code: "Q35", name: "A region", kind: "region" },
    { code: "5P3", name: "A PCT", kind: "pct" },
    { code: "5GK", name: "A former PCT", kind: "pct", closedOn: day("2006-09-30") },
    { code: "G1", name: "A group", kind: "group" },
    practice("E80001"),
    practice("E80002", { closedOn: day("2007-06-30"), successor: "E80001" }),
    practice("E80003", { closedOn: day("2006-03-31"), successor: "E80002" }),
    practice("E80004", { closedOn: day("2007-03-31") }),
    practice("E80005", { openedOn: day("2007-04-01") }),
  ],
  memberships: [
    belongs("5P3", "Q35", "region", "2006-10-01"),
    belongs("E80001", "5GK", "pct", "2001-04-01", "2006-09-30"),
    belongs("E80001", "5P3", "pct", "2006-10-01"),
    belongs("E80001", "G1", "group", "2007-04-01"),
    belongs("E80005", "5P3", "pct", "2007-04-01"),
  ],
  participation: [
    { practice: "E80001", scheme: "incentive-scheme", from: day("2007-04-01"), until: day("2008-03-31") },
  ],
};
const directory = directoryOf(entries);

describe("membership in time", () => {
  test("a practice belongs to one PCT up to its last day there and to the next from the day after", () => {
    expect(directory.parentOf("E80001", "pct", day("2006-09-30"))).toBe("5GK");
    expect(directory.parentOf("E80001", "pct", day("2006-10-01"))).toBe("5P3");
    expect(directory.parentOf("E80001", "pct", day("2001-03-31"))).toBe(undefined);
  });

  test("what lies above a practice is told nearest first", () => {
    expect(directory.within("E80001", day("2007-04-01"))).toEqual(["E80001", "G1", "5P3", "Q35"]);
    expect(directory.within("E80005", day("2007-04-01"))).toEqual(["E80005", "5P3", "Q35"]);
  });

  test("members are those of the day", () => {
    expect(directory.membersOf("5P3", day("2006-12-31"))).toEqual(["E80001"]);
    expect(directory.membersOf("5P3", day("2007-12-31"))).toEqual(["E80001", "E80005"]);
  });

  test("signing up to a scheme has a first and a last day", () => {
    const on = (text: string) => directory.takesPartIn("E80001", "incentive-scheme", day(text));
    expect([on("2007-03-31"), on("2007-04-01"), on("2008-03-31"), on("2008-04-01")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("as it is now", () => {
  const now = day("2007-07-01");
  test("a merged practice is its successor's, through several mergers", () => {
    expect(directory.asItIsNow("E80003", now)).toBe("E80001");
  });
  test("as it was, a practice open on the day is itself", () => {
    expect(directory.asItIsNow("E80002", day("2007-06-30"))).toBe("E80002");
  });
  test("a practice that closed without successor is nobody's", () => {
    expect(directory.asItIsNow("E80004", now)).toBe(undefined);
  });
  test("a practice not yet open is nobody's either", () => {
    expect(directory.asItIsNow("E80005", day("2007-03-31"))).toBe(undefined);
  });
  test("practices that name each other as successors end nowhere", () => {
    const circle = directoryOf({
      organisations: [
        practice("E80001", { closedOn: day("2007-03-31"), successor: "E80002" }),
        practice("E80002", { closedOn: day("2007-03-31"), successor: "E80001" }),
      ],
      memberships: [],
      participation: [],
    });
    expect(circle.asItIsNow("E80001", now)).toBe(undefined);
  });
});

test("an unknown code is still named", () => {
  expect(directory.organisation("E89999").name).toBe("E89999 (not in the directory)");
});

test("003 ¶2.1.2-3: a management locality is the PCT of the practice on the day the rule names", () => {
  const asAt = {
    value: day("2006-04-01"),
    rule: "management-locality.as-at",
    place: "hertfordshire",
    from: day("2006-10-01"),
    source: { document: "003", paragraph: "2.1.2-3" },
  };
  expect(formerPctLocalities(directory, ["E80001", "E80005"], asAt)).toEqual([
    { member: "E80001", organisation: "5GK", kind: "locality", from: "2006-10-01" },
  ]);
});

test("a member belongs to an organisation on exactly the days on which it is among its members", () => {
  const days = fc
    .integer({ min: 0, max: 700 })
    .map((n) => new Date(Date.UTC(2006, 0, 1 + n)).toISOString().slice(0, 10) as Day);
  fc.assert(
    fc.property(days, fc.constantFrom("E80001", "E80005"), (on, member) => {
      const pct = directory.parentOf(member, "pct", on);
      for (const organisation of ["5GK", "5P3"]) {
        expect(directory.membersOf(organisation, on).includes(member)).toBe(pct === organisation);
      }
    }),
  );
});
