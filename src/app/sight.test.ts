import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Directory, directoryOf, type Membership, type Organisation } from "#features/organisations/index.ts";
import { ROLES } from "#features/people/index.ts";
import { type Day, day } from "#kernel/period.ts";
import type { Post } from "#platform/access/person.ts";
import { EVERYWHERE, OPEN_DATA, type Sight } from "#platform/access/sight.ts";
import { sightOf } from "./sight.ts";

const place = (code: string, kind: Organisation["kind"], more: Partial<Organisation> = {}): Organisation => ({
  ...{ code, name: code, kind },
  ...more,
});
const belongs = (
  [member, organisation]: readonly [string, string],
  kind: Membership["kind"],
  from: string,
  until?: string,
) => ({ member, organisation, kind, from: day(from), ...(until !== undefined && { until: day(until) }) });

const DIRECTORY = directoryOf({
  organisations: [
    place("9R1", "region"),
    place("9R2", "region"),
    ...["9A1", "9A2", "9A3"].map((code) => place(code, "pct")),
    place("9L1", "locality"),
    place("9G1", "group"),
    place("X1", "practice"),
    place("X2", "practice"),
    place("X3", "practice", { closedOn: day("2007-03-31"), successor: "X2" }),
    place("RXA", "provider"),
  ],
  memberships: [
    belongs(["9A1", "9R1"], "region", "2000-04-01"),
    belongs(["9A2", "9R1"], "region", "2000-04-01"),
    belongs(["9A3", "9R2"], "region", "2000-04-01"),
    belongs(["9L1", "9A1"], "pct", "2000-04-01"),
    belongs(["9G1", "9A2"], "pct", "2000-04-01"),
    belongs(["X1", "9A1"], "pct", "2000-04-01", "2006-09-30"),
    belongs(["X1", "9A2"], "pct", "2006-10-01", "2009-03-31"),
    belongs(["X1", "9A3"], "pct", "2009-04-01"),
    belongs(["X2", "9A2"], "pct", "2000-04-01"),
    belongs(["X3", "9A1"], "pct", "2000-04-01", "2007-03-31"),
  ],
  participation: [],
});
const ON = day("2008-05-06");

const seenBy = (role: string, organisation: string, on: Day = ON): Sight =>
  sightOf({ posts: [{ role, organisation }] }, DIRECTORY, on);

describe("somebody sees the files", () => {
  test.each([
    ["practice manager", "X1", ["9A1", "9A2"]],
    ["GP lead", "X2", ["9A1", "9A2"]],
    ["GP lead", "9G1", ["9A2"]],
    ["PCT named support lead", "9L1", ["9A1"]],
    ["locality chair", "9L1", ["9A1"]],
    ["locality chair", "9G1", ["9A2"]],
    ["PCT finance", "9A2", ["9A2"]],
    ["PCT director", "9A1", ["9A1"]],
    ["committee member", "9A3", ["9A3"]],
    ["region", "9R1", ["9A1", "9A2"]],
  ] as const)("a %s of %s: those of %s", (role, organisation, codes) => {
    expect(seenBy(role, organisation)).toEqual(codes);
  });

  test("of a PCT that the practice belonged to before, and not yet of one that it will belong to", () => {
    expect(seenBy("practice manager", "X1", day("2006-01-01"))).toEqual(["9A1"]);
    expect(seenBy("practice manager", "X1", day("2009-04-01"))).toEqual(["9A1", "9A2", "9A3"]);
  });

  test("of a closed practice whose patients they look after, from the day on which it closed", () => {
    expect(seenBy("practice manager", "X2", day("2007-03-31"))).toEqual(["9A2"]);
    expect(seenBy("practice manager", "X2", day("2007-04-01"))).toEqual(["9A1", "9A2"]);
  });
});

test("nobody else sees any, nor does a role held where it cannot be, nor at a place that is not known", () => {
  const all = ["9R1", "9A1", "9L1", "9G1", "X1", "RXA", "ZZZ", ""];
  for (const role of ["provider", "LMC", "lay member", "public", "administrator", "survey body", "nonsense"]) {
    for (const at of all) expect(seenBy(role, at), `${role} ${at}`).toEqual(OPEN_DATA);
  }
  for (const role of ROLES.filter((each) => each !== "operator")) expect(seenBy(role, "ZZZ")).toEqual(OPEN_DATA);
  expect([seenBy("practice manager", "9A1"), seenBy("PCT finance", "9R1"), seenBy("region", "9A1")]).toEqual([
    OPEN_DATA,
    OPEN_DATA,
    OPEN_DATA,
  ]);
  expect(sightOf({ posts: [] }, DIRECTORY, ON)).toEqual(OPEN_DATA);
});

test("only who holds the machine sees everything, and no organisation can be called so", () => {
  expect(seenBy("operator", "")).toBe(EVERYWHERE);
  expect(seenBy("operator", "9A1")).toEqual(OPEN_DATA);
});

describe("for any directory", () => {
  const DAYS = Array.from({ length: 9 }, (_, at) => day(`2008-04-0${at + 1}`));
  const on = fc.constantFrom(...DAYS);
  const span = fc.tuple(on, fc.option(on, { nil: undefined }));
  const link = (members: readonly string[], organisations: readonly string[], kind: Membership["kind"]) =>
    fc
      .tuple(fc.constantFrom(...members), fc.constantFrom(...organisations), span)
      .map(([member, organisation, [from, until]]) => belongs([member, organisation], kind, from, until));
  const directory: fc.Arbitrary<Directory> = fc
    .array(
      fc.oneof(
        link(["X1", "X2", "L1"], ["9A1", "9A2", "9A3"], "pct"),
        link(["X1", "X2"], ["L1"], "locality"),
        link(["9A1", "9A2", "9A3"], ["9R1"], "region"),
      ),
      { maxLength: 12 },
    )
    .map((memberships) =>
      directoryOf({
        organisations: [
          ...[place("9R1", "region"), place("L1", "locality"), place("X1", "practice"), place("X2", "practice")],
          ...["9A1", "9A2", "9A3"].map((code) => place(code, "pct")),
        ],
        memberships,
        participation: [],
      }),
    );
  const post = fc.constantFrom<Post>(
    { role: "practice manager", organisation: "X1" },
    { role: "GP lead", organisation: "X2" },
    { role: "locality chair", organisation: "L1" },
    { role: "PCT finance", organisation: "9A2" },
    { role: "region", organisation: "9R1" },
    { role: "public", organisation: "" },
  );

  test("a practice or locality sees exactly the PCTs that it lay in on some day so far", () => {
    fc.assert(
      fc.property(directory, on, fc.constantFrom("X1", "X2", "L1"), (known, today, at) => {
        const role = at === "L1" ? "locality chair" : "practice manager";
        const days = DAYS.filter((each) => each <= today);
        const above = new Set(days.flatMap((each) => known.within(at, each)));
        const pcts = [...above].filter((code) => known.organisations.get(code)?.kind === "pct").toSorted();
        expect(sightOf({ posts: [{ role, organisation: at }] }, known, today)).toEqual(pcts);
      }),
      { seed: 20080401, numRuns: 400 },
    );
  });

  test("several posts see what each sees, and no more", () => {
    fc.assert(
      fc.property(directory, on, fc.array(post, { maxLength: 3 }), (known, today, posts) => {
        const each = posts.flatMap((one) => [...sightOf({ posts: [one] }, known, today)]);
        expect(sightOf({ posts }, known, today)).toEqual([...new Set(each)].toSorted());
      }),
      { seed: 20080402, numRuns: 200 },
    );
  });
});
