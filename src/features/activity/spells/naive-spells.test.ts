import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codesOf, type LoadingBench, openLoadingBench, reportIn } from "../datasets/examples/loading-bench.ts";
import { spellTable } from "../tables.ts";
import { EPISODE, type Episode, episodeFile } from "./examples/episode-file.ts";
import { naiveSpells } from "./examples/naive-spells.ts";

let bench: LoadingBench;
beforeAll(async () => {
  bench = await openLoadingBench();
});
afterAll(() => bench.close());

const dayOf = (number: number) => `2008-04-${String(number).padStart(2, "0")}`;
const day = fc.integer({ min: 1, max: 9 }).map(dayOf);
const dayOrNone = fc.oneof({ weight: 4, arbitrary: day }, fc.constantFrom("", "1800-01-01", "1801-01-01"));
const of = (...values: readonly string[]) => fc.constantFrom(...values);

/** Episodes drawn from so few providers, people and days that many belong together, with the dirt of real files. */
const episode: fc.Arbitrary<Episode> = fc.record({
  id: fc.integer({ min: 1, max: 400 }).map(String),
  provider: of("RXA", "RXB"),
  patient: of("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"),
  practice: of("X81001", "X81001", "X81001", "X81002", "X81003", "V81999", "&"),
  admitted: fc.oneof({ weight: 40, arbitrary: fc.integer({ min: 2, max: 7 }).map(dayOf) }, fc.constant("1801-01-01")),
  discharged: fc.oneof({ weight: 3, arbitrary: day }, fc.constantFrom("", "1800-01-01")),
  order: of("1", "1", "2", "2", "3", "4", "99", ""),
  status: of("3", "3", "3", "1", "9"),
  began: dayOrNone,
  ended: dayOrNone,
  sex: of("1", "2", "9"),
  age: fc.constant(EPISODE.age),
  method: of("11", "21", "22", "81", "99"),
  patientClass: of("1", "2", "5"),
  hrg: of("", "DZ11B", "EB03H", "F06"),
  treatmentFunction: of("&", "100", "300", "320"),
  diagnoses: fc.subarray(["J189", "I500"]),
  procedures: fc.subarray(["E481"]),
});

const COUNTED = new Set([
  ...["no-admitted_on", "episode-repeated", "unknown-practice", "no-discharge", "discharge-before-admission"],
  ...["first-episode-missing", "episode-missing", "episode-order-repeated", "episode-order-not-known"],
  ...["episode-unfinished", "discharge-not-on-last"],
]);

test("spells put together in SQL are those put together one by one, and so are what is found and what is left out", async () => {
  const files = fc.sample(fc.array(episode, { minLength: 20, maxLength: 250, size: "max" }), {
    seed: 20080401,
    numRuns: 14,
  });
  for (const episodes of files) {
    const naive = naiveSpells(episodes, new Set(["X81001", "X81002", "X81003"]));
    const report = reportIn(await bench.load(episodeFile(episodes)));
    expect(report.rows).toMatchObject({ read: episodes.length, rejected: naive.rejected });
    const found = Object.fromEntries(Object.entries(codesOf(report)).filter(([code]) => COUNTED.has(code)));
    expect(found).toEqual(naive.found);
    const rows = (await bench.rows(spellTable)).map((row) => ({
      ...row,
      flags: row.flags
        .split(" ")
        .filter((code) => COUNTED.has(code))
        .join(" "),
    }));
    expect(rows.toSorted((a, b) => a.source_row - b.source_row)).toMatchObject(
      naive.spells.toSorted((a, b) => Number(a.source_row) - Number(b.source_row)),
    );
    expect(rows.reduce((sum, row) => sum + row.episodes, 0)).toBe(report.rows.accepted);
  }
});
