import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attendanceTable, emergencyTable, spellTable } from "../tables.ts";
import { codesOf, type LoadingBench, openLoadingBench, reportIn } from "./examples/loading-bench.ts";

const shared = process.env.CHILFORD_SHARED_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const folder = join(shared, "artificial-hes");

// Skipped where the artificial statistics are not there: set CHILFORD_SHARED_DATA to the folder that has them.
describe.skipIf(!existsSync(folder))("the artificial Hospital Episode Statistics, as they are", () => {
  let bench: LoadingBench;
  beforeAll(async () => {
    bench = await openLoadingBench(
      [
        [join(shared, "ods-practices/epraccur.csv"), "ods-practices"],
        [join(shared, "ods-practices/epcmem.csv"), "ods-memberships"],
        [join(shared, "trusts/etr.csv"), "ods-trusts"],
      ],
      [shared],
    );
  });
  afterAll(() => bench.close());

  test("2,075 episodes make 1,937 spells of one episode each, 200 of them orphans, none with an HRG", async () => {
    const report = reportIn(await bench.loadFile(join(folder, "artificial_hes_apc_0102.csv")));
    expect(report.rows).toEqual({ read: 2075, accepted: 1937, flagged: 1422, rejected: 138 });
    expect(codesOf(report)).toEqual({
      // A few people have a hundred stays each, drawn without regard to one another.
      "overlapping-stay": 1075,
      // The list of trusts is of a later time.
      "unknown-provider": 634,
      "first-episode-missing": 200,
      "no-discharge": 80,
      "unknown-practice": 58,
      "long-stay": 19,
      "episode-unfinished": 16,
      "wrong-diagnoses": 3,
      "no-admitted_on": 1,
      "wrong-procedures": 1,
    });
    const rows = await bench.rows(spellTable);
    expect(rows).toHaveLength(1937);
    expect(rows.every(({ hrg, episodes }) => hrg === null && episodes === 1)).toBe(true);
    expect(rows.every(({ age }) => age === null || (age >= 0 && age <= 120))).toBe(true);
    expect(rows.some(({ diagnoses }) => diagnoses?.includes("-") ?? false)).toBe(false);
  });

  test("1,000 outpatient appointments, of which it is not known of 29 whether they were a first", async () => {
    const report = reportIn(await bench.loadFile(join(folder, "artificial_hes_op_0304.csv")));
    expect(report.rows).toEqual({ read: 1000, accepted: 985, flagged: 262, rejected: 15 });
    expect(codesOf(report)).toEqual({
      "unknown-provider": 236,
      "first-attendance-not-known": 29,
      "unknown-practice": 12,
      "no-practice": 3,
      "practice-in-no-pct": 2,
    });
    const rows = await bench.rows(attendanceTable);
    expect(rows.filter(({ commissioner }) => commissioner === "none")).toHaveLength(2);
    expect(new Set(rows.map(({ month }) => month)).size).toBe(12);
  });

  test("1,000 attendances at A&E, 59 without a practice", async () => {
    const report = reportIn(await bench.loadFile(join(folder, "artificial_hes_ae_0708.csv")));
    expect(report.rows).toEqual({ read: 1000, accepted: 940, flagged: 205, rejected: 60 });
    expect(codesOf(report)).toEqual({ "unknown-provider": 205, "no-practice": 59, "unknown-practice": 1 });
    expect(await bench.rows(emergencyTable)).toHaveLength(940);
  });
});
