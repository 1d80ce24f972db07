import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine, type Row, writeRows } from "#platform/engine/index.ts";
import { membershipTable, organisationTable } from "../tables.ts";
import { commissioners, practiceOwners } from "./commissioners.ts";

type Membership = Row<typeof membershipTable.columns>;

let folder: string;
let engine: Engine;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chilford-commissioners-"));
  engine = await openEngine({ folders: [folder], threads: 1 });
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

const dayOf = (number: number) => `2008-04-${String(number).padStart(2, "0")}`;
const DAYS = Array.from({ length: 30 }, (_, at) => dayOf(at + 1));

const membership: fc.Arbitrary<Membership> = fc.record({
  member: fc.constantFrom("X81001", "X81002"),
  organisation: fc.constantFrom("9A1", "9A2", "9A3"),
  kind: fc.constantFrom("pct", "pct", "pct", "group"),
  from_day: fc.integer({ min: 1, max: 30 }).map(dayOf),
  until_day: fc.option(fc.integer({ min: 1, max: 30 }).map(dayOf)),
});

/** The PCT on a day in plain words: of the memberships that hold, the one that began first. */
function plainly(memberships: readonly Membership[], practice: string, on: string): string | undefined {
  return memberships
    .filter(({ member, kind }) => member === practice && kind === "pct")
    .filter(({ from_day: from, until_day: until }) => from <= on && on <= (until ?? "2999-12-31"))
    .toSorted((a, b) => `${a.from_day} ${a.organisation}`.localeCompare(`${b.from_day} ${b.organisation}`))[0]
    ?.organisation;
}

test("a practice has one commissioner on each day on which it belongs to any, as counted in plain words", async () => {
  const path = join(folder, "memberships.parquet");
  await fc.assert(
    fc.asyncProperty(fc.array(membership, { maxLength: 7 }), async (memberships) => {
      await engine.within((connection) => writeRows(connection, membershipTable, memberships, path));
      const spans = await engine.query(commissioners.model, { files: { memberships: [path] }, values: {} });
      for (const practice of ["X81001", "X81002"]) {
        for (const on of DAYS) {
          const found = spans.filter(
            (span) => span.practice === practice && span.first_day <= on && on <= span.last_day,
          );
          const wanted = plainly(memberships, practice, on);
          expect(found.map(({ commissioner }) => commissioner)).toEqual(wanted === undefined ? [] : [wanted]);
        }
      }
    }),
    { numRuns: 150, seed: 20080401 },
  );
});

const KNOWN = ["9A1", "9A2"];

/** Whose practice it was in plain words: of the spans of PCTs that are known, the one that holds or last held, else the first. */
function ownerPlainly(memberships: readonly Membership[], practice: string, on: string): string | undefined {
  const held = DAYS.flatMap((each) => {
    const pct = plainly(memberships, practice, each);
    return pct === undefined ? [] : [{ on: each, pct }];
  });
  const known = held.filter(({ pct }) => KNOWN.includes(pct));
  const kept = known.length > 0 ? known : held;
  return (kept.findLast((each) => each.on <= on) ?? kept[0])?.pct;
}

test("a practice's standing facts are of one PCT on every day there is, by preference of one that is known", async () => {
  const [path, places] = [join(folder, "memberships.parquet"), join(folder, "organisations.parquet")];
  const organisation = (code: string) => ({
    ...{ code, name: code, kind: "pct", opened_on: null, closed_on: null, successor: null, setting: null },
  });
  await engine.within((connection) => writeRows(connection, organisationTable, KNOWN.map(organisation), places));
  await fc.assert(
    fc.asyncProperty(fc.array(membership, { maxLength: 7 }), async (memberships) => {
      await engine.within((connection) => writeRows(connection, membershipTable, memberships, path));
      const files = { memberships: [path], organisations: [places] };
      const spans = await engine.query(practiceOwners.model, { files, values: {} });
      for (const practice of ["X81001", "X81002"]) {
        for (const on of ["1948-07-05", ...DAYS, "2998-01-01"]) {
          const found = spans.filter(
            (span) => span.practice === practice && span.first_day <= on && on <= span.last_day,
          );
          const wanted = ownerPlainly(memberships, practice, on);
          expect(found.map(({ owner }) => owner)).toEqual(wanted === undefined ? [] : [wanted]);
        }
      }
    }),
    { numRuns: 150, seed: 20080402 },
  );
});
