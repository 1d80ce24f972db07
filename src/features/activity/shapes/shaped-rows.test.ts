import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadRulebook, loadSources } from "#features/rulebook/index.ts";
import { day } from "#kernel/period.ts";
import { EVERYWHERE } from "#platform/access/sight.ts";
import { codesOf, type LoadingBench, openLoadingBench, reportIn } from "../datasets/examples/loading-bench.ts";
import { ADMISSION_METHODS } from "../layouts/code-forms.ts";
import {
  attendanceTable,
  costedTable,
  emergencyTable,
  prescribingTable,
  referralTable,
  spellTable,
} from "../tables.ts";

let bench: LoadingBench;
beforeAll(async () => {
  bench = await openLoadingBench();
});
afterAll(() => bench.close());

const root = join(import.meta.dirname, "../../../..");
const rulebook = loadRulebook([join(root, "rulebook")], loadSources(join(root, "docs/sources")));

async function loaded(...lines: readonly string[]): Promise<void> {
  reportIn(await bench.load(lines));
}

describe("a spell", () => {
  const header =
    "spell_id,provider,practice,nhs_number,date_of_birth,postcode,sex,admission_method,patient_class,admitted_on,discharged_on,hrg,treatment_function,diagnoses,procedures";

  test("belongs to the month and the PCT of its discharge, and identifies nobody", async () => {
    await loaded(
      header,
      "1,RXA,X81001,999 000 0018,1951-07-14,AL7 1BW,2,21,1,2008-09-28,2008-10-02,DZ11B,300,J18.9 I10,e48.1",
    );
    const [spell] = await bench.rows(spellTable);
    expect(spell).toMatchObject({
      ...{ commissioner: "9A2", month: "2008-10", source_row: 2, flags: "", spell_id: "1", provider: "RXA" },
      ...{ practice: "X81001", age: 57, sex: "2", area: "AL7", admission_kind: "emergency", length_of_stay: 4 },
      ...{ episodes: 1, hrg: "DZ11B", diagnoses: "J189 I10X", procedures: "E481" },
    });
    expect(spell?.patient).toMatch(/^[0-9a-f]{24}$/);
    const files = await bench.lake.files({ dataset: "spell", sight: EVERYWHERE });
    const bytes = Buffer.concat(files.map((file) => readFileSync(file))).toString("latin1");
    for (const secret of ["9990000018", "999 000 0018", "1951-07-14", "AL7 1BW"]) expect(bytes).not.toContain(secret);
    expect(readdirSync(join(bench.folder, "data", "scratch"))).toEqual([]);
  });

  test("may come with pseudonym, age and area in place of what identifies", async () => {
    const others = "spell_id,provider,practice,patient,age,area,admitted_on,discharged_on";
    await loaded(
      others,
      "2,RXA,X81001,P7F2A,56,AL7,2008-04-01,2008-04-01",
      "3,RXA,X81001,9990000018,,,2008-04-01,2008-04-02",
    );
    const [second, third] = await bench.rows(spellTable);
    expect(second).toMatchObject({ patient: "P7F2A", age: 56, area: "AL7", length_of_stay: 0, admission_kind: null });
    expect(third).toMatchObject({ patient: null, age: null, area: null, flags: "wrong-patient_given" });
  });

  test("has the kind of admission that the rulebook has for its method", async () => {
    const rows = ADMISSION_METHODS.map((method, at) => `${at},RXA,X81001,,,,,${method},1,2008-04-01,2008-04-01,,,,`);
    await loaded(header, ...rows);
    const kinds = new Map((await bench.rows(spellTable)).map((row) => [row.admission_method, row.admission_kind]));
    const { elective, emergency, other } = rulebook.inForce(
      "england",
      "price.admission-methods",
      day("2015-04-01"),
    ).value;
    for (const method of elective) expect(kinds.get(method)).toBe("elective");
    for (const method of emergency) expect(kinds.get(method)).toBe("emergency");
    for (const method of other) expect(["maternity", "transfer", "other"]).toContain(kinds.get(method));
    expect(kinds.size).toBe(elective.length + emergency.length + other.length);
  });

  test("is asked about at the age and the length that the rulebook names", async () => {
    const on = day("2008-04-01");
    const age = rulebook.inForce("england", "loading.greatest-age", on).value;
    const days = rulebook.inForce("england", "loading.long-stay-flag-days", on).value;
    const admitted = (back: number) =>
      new Date(Date.parse("2008-04-30T00:00:00Z") - back * 86_400_000).toISOString().slice(0, 10);
    const row = (id: number, born: number, stay: number) =>
      `${id},RXA,X81001,,${born}-01-01,,,21,1,${admitted(stay)},2008-04-30,,,,`;
    const found = await bench.report([
      header,
      row(1, 2008 - age, 1),
      row(2, 2007 - age, 1),
      row(3, 1950, days),
      row(4, 1950, days + 1),
    ]);
    expect(codesOf(found)).toEqual({ "age-out-of-range": 1, "long-stay": 1 });
    expect(found.findings.map(({ examples }) => examples[0]?.line).toSorted()).toEqual([3, 5]);
  });
});

describe("an appointment", () => {
  const header = "attendance_id,provider,practice,attended_on,first_attendance,professionals,attended";
  const CASES = [
    ["1", "single", "5", { is_first: true, is_by_telephone: false, is_multi_professional: false, was_seen: true }],
    ["2", "multi", "6", { is_first: false, is_by_telephone: false, is_multi_professional: true, was_seen: true }],
    ["3", "", "3", { is_first: true, is_by_telephone: true, is_multi_professional: false, was_seen: false }],
    ["4", "single", "7", { is_first: false, is_by_telephone: true, is_multi_professional: false, was_seen: false }],
  ] as const;

  test("is first, by telephone, with several professionals and seen as its codes say", async () => {
    await loaded(
      header,
      ...CASES.map(([first, several, attended], at) => `${at},RXA,X81001,2008-04-09,${first},${several},${attended}`),
    );
    expect(await bench.rows(attendanceTable)).toMatchObject(CASES.map(([, , , wanted]) => wanted));
  });
});

describe("rows of other kinds", () => {
  test("an A&E attendance has its department type with one digit", async () => {
    await loaded("attendance_id,provider,practice,arrived_on,department_type,category", "1,RXA,X81001,2008-04-11,03,2");
    expect(await bench.rows(emergencyTable)).toMatchObject([
      { commissioner: "9A1", month: "2008-04", department_type: "3", category: "2", hrg: null },
    ]);
  });

  test("a referral belongs to the month in which it came", async () => {
    await loaded("referral_id,practice,received_on,priority", "1,X81002,2008-05-31,urgent");
    expect(await bench.rows(referralTable)).toMatchObject([
      { commissioner: "9A1", month: "2008-05", received_on: "2008-05-31", provider: null, priority: "urgent" },
    ]);
  });

  test("a costed line is in pence, and may be a credit", async () => {
    await loaded(
      "practice,month,service_line,provider,description,quantity,cost",
      'X81001,2008-04,community,RXB,Contacts,34,"1,931.60"',
      "X81001,2008-04,community,,Correction,,-0.05",
    );
    expect((await bench.rows(costedTable)).map((row) => [row.provider, row.quantity, row.cost_pence])).toEqual([
      ["RXB", 34, 193160],
      [null, null, -5],
    ]);
  });

  test("a month is paid by the PCT of its first day, or of its last where the practice joined within it", async () => {
    await loaded(
      "code,name,kind,opened,closed,successor",
      "X81001,Mill Lane,practice,1990-04-01,,",
      "X81004,New Street,practice,2008-04-16,,",
    );
    await loaded(
      "member,organisation,kind,from,until",
      "X81001,9A1,pct,2000-04-01,2008-09-15",
      "X81001,9A2,pct,2008-09-16,",
      "X81004,9A2,pct,2008-04-16,",
    );
    await loaded(
      "practice,month,items,actual_cost",
      ...["2008-08", "2008-09", "2008-10"].map((month) => `X81001,${month},10,100.00`),
      "X81004,2008-04,1,9.99",
      "X81004,2008-03,1,9.99",
    );
    const rows = await bench.rows(prescribingTable);
    expect(Object.fromEntries(rows.map((row) => [`${row.practice} ${row.month}`, row.commissioner]))).toEqual({
      "X81001 2008-08": "9A1",
      "X81001 2008-09": "9A1",
      "X81001 2008-10": "9A2",
      "X81004 2008-04": "9A2",
      "X81004 2008-03": "none",
    });
  });
});
