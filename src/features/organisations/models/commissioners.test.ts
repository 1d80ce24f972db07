import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine, type Row, writeRows } from "#platform/engine/index.ts";
import { membershipTable } from "../tables.ts";
import { commissioners } from "./commissioners.ts";

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
