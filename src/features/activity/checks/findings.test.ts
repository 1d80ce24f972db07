import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  codesOf,
  type LoadingBench,
  openLoadingBench,
  rejectedLines,
  reportIn,
} from "../datasets/examples/loading-bench.ts";
import { attendanceTable, emergencyTable, spellTable } from "../tables.ts";

let bench: LoadingBench;
beforeAll(async () => {
  bench = await openLoadingBench();
});
afterAll(() => bench.close());

type Cells = Readonly<Record<string, string>>;

const SPELL: Cells = {
  ...{ spell_id: "1", provider: "RXA", practice: "X81001", nhs_number: "9990000018", date_of_birth: "1951-07-14" },
  ...{ postcode: "AL7 1BW", sex: "2", admission_method: "21", patient_class: "1" },
  ...{ admitted_on: "2008-04-02", discharged_on: "2008-04-06", hrg: "DZ11B", treatment_function: "300" },
  ...{ diagnoses: "J189", procedures: "E481" },
};
const ATTENDANCE: Cells = {
  ...{ attendance_id: "1", provider: "RXA", practice: "X81001", nhs_number: "9990000018", date_of_birth: "1951-07-14" },
  ...{ postcode: "AL7 1BW", sex: "2", attended_on: "2008-04-09", treatment_function: "110", first_attendance: "1" },
  ...{ professionals: "single", attended: "5", referral_source: "03", hrg: "" },
};
const EMERGENCY: Cells = {
  ...{ attendance_id: "1", provider: "RXA", practice: "X81001", nhs_number: "9990000018", date_of_birth: "1951-07-14" },
  ...{ postcode: "AL7 1BW", sex: "2", arrived_on: "2008-04-11", department_type: "1", category: "1", hrg: "VB08Z" },
};
const REFERRAL: Cells = {
  ...{ referral_id: "1", practice: "X81001", received_on: "2008-04-03", provider: "RXA", treatment_function: "110" },
  ...{ source: "03", priority: "routine" },
};

/** The lines of a file of rows that differ from a sound one. */
function fileOf(sound: Cells, ...rows: readonly Cells[]): readonly string[] {
  const columns = Object.keys(sound);
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? sound[column] ?? ""))].map((cells) =>
    cells.join(","),
  );
}

interface Case {
  readonly what: string;
  readonly row: Cells;
  readonly code: string;
  readonly weight: "reject" | "flag";
  readonly value?: string;
}

const rejected = (what: string, row: Cells, code: string, value?: string): Case => ({
  ...{ what, row, code, weight: "reject" as const },
  ...(value === undefined ? {} : { value }),
});
const flagged = (...given: Parameters<typeof rejected>): Case => ({ ...rejected(...given), weight: "flag" });

/** What a file with one row is found to hold, beside what it should be. */
async function foundIn(sound: Cells, { row, code, weight, value }: Case) {
  const { findings } = await bench.report(fileOf(sound, row));
  const is = findings.map((found) => ({
    ...{ code: found.code, weight: found.weight, line: found.examples[0]?.line },
    ...(value === undefined ? {} : { value: found.examples[0]?.value }),
    hasWords: [found.what, found.why, found.todo].every((words) => /^[A-Z].*[.]$/.test(words)),
  }));
  return { is, should: [{ code, weight, line: 2, ...(value === undefined ? {} : { value }), hasWords: true }] };
}

describe("what is found in a spell", () => {
  test.each([
    rejected("a practice nobody knows", { practice: "X89999" }, "unknown-practice", "X89999"),
    rejected("a practice code of another form", { practice: "&" }, "wrong-practice", "&"),
    rejected("no practice", { practice: "" }, "no-practice"),
    rejected("no day of discharge", { discharged_on: "" }, "no-discharged_on"),
    rejected("a day coded as null", { discharged_on: "1800-01-01" }, "no-discharged_on", "1800-01-01"),
    rejected("a day coded as invalid", { admitted_on: "1801-01-01" }, "no-admitted_on", "1801-01-01"),
    rejected("a day that the calendar lacks", { discharged_on: "2008-04-31" }, "wrong-discharged_on", "2008-04-31"),
    rejected("a discharge before admission", { admitted_on: "2008-04-07" }, "discharge-before-admission", "2008-04-06"),
    flagged("a practice that had closed", { practice: "X81002", ...days("2008-07-01") }, "practice-closed", "X81002"),
    flagged("a practice in no PCT", { practice: "X81003" }, "practice-in-no-pct", "X81003"),
    flagged("a provider nobody knows", { provider: "RZ9" }, "unknown-provider", "RZ9"),
    flagged("a stay of more than a year", { admitted_on: "2007-04-06" }, "long-stay"),
    flagged("an age above 120", { date_of_birth: "1886-01-01" }, "age-out-of-range"),
    flagged("a birth beyond all ages", { date_of_birth: "1790-01-01" }, "wrong-age"),
    flagged("a birth after admission", { date_of_birth: "2008-04-03" }, "wrong-age"),
    flagged("an NHS number that does not check", { nhs_number: "9990000019" }, "wrong-patient"),
    flagged("a sex that is none", { sex: "7" }, "wrong-sex", "7"),
    flagged("an HRG of another form", { hrg: "D1" }, "wrong-hrg", "D1"),
    flagged("a treatment function of another form", { treatment_function: "3" }, "wrong-treatment_function", "3"),
    flagged("a diagnosis of another form", { diagnoses: "J189 7X" }, "wrong-diagnoses", "J189 7X"),
    flagged("a procedure of another form", { procedures: "99" }, "wrong-procedures", "99"),
    flagged("a method of admission that is none", { admission_method: "99" }, "wrong-admission_method", "99"),
    flagged("a patient class that is none", { patient_class: "6" }, "wrong-patient_class", "6"),
  ])("$what", async (each) => {
    const { is, should } = await foundIn(SPELL, each);
    expect(is).toEqual(should);
  });

  test("nothing, where sex is said not to be known, or an HRG, function or diagnosis is left out", async () => {
    const sexes = ["0", "9", ""].map((sex, at) => ({ sex, spell_id: String(at), nhs_number: "", hrg: "" }));
    const none = { spell_id: "9", nhs_number: "", treatment_function: "", diagnoses: "", procedures: "" };
    expect(codesOf(await bench.report(fileOf(SPELL, ...sexes, none)))).toEqual({});
  });

  test("a spell that was loaded twice in one file", async () => {
    const report = await bench.report(fileOf(SPELL, {}, { nhs_number: "" }, { provider: "RXB", nhs_number: "" }));
    expect(codesOf(report)).toEqual({ repeated: 1 });
    expect(report.rows).toEqual({ read: 3, accepted: 2, flagged: 0, rejected: 1 });
  });

  function days(on: string): Cells {
    return { admitted_on: on, discharged_on: on };
  }
});

describe("stays of one patient", () => {
  const stays = (...spans: readonly (readonly [string, string, Cells?])[]) =>
    fileOf(
      SPELL,
      ...spans.map(([from, until, more], at) => ({
        ...{ spell_id: `${at}`, admitted_on: `2008-04-${from}`, discharged_on: `2008-04-${until}`, ...more },
      })),
    );
  const overlapping = async (lines: readonly string[]) => codesOf(await bench.report(lines))["overlapping-stay"] ?? 0;

  test("overlap at another provider or the same", async () => {
    expect(await overlapping(stays(["02", "06"], ["04", "08", { provider: "RXB" }]))).toBe(2);
    expect(await overlapping(stays(["02", "06"], ["04", "08"]))).toBe(2);
  });

  test("overlap with a stay around them, however many lie between", async () => {
    expect(await overlapping(stays(["02", "20"], ["03", "03"], ["05", "06"], ["08", "09"]))).toBe(4);
  });

  test("do not overlap where the patient is moved on, comes back, or comes twice on a day", async () => {
    expect(await overlapping(stays(["02", "06"], ["06", "08", { provider: "RXB" }], ["10", "10"], ["10", "10"]))).toBe(
      0,
    );
  });

  test("do not overlap where it is not known whose they are", async () => {
    const unknown = { nhs_number: "" };
    expect(await overlapping(stays(["02", "06", unknown], ["04", "08", unknown]))).toBe(0);
  });
});

describe("what is found in an appointment", () => {
  test.each([
    rejected("a practice nobody knows", { practice: "X89999" }, "unknown-practice"),
    rejected("a day coded as null", { attended_on: "1800-01-01" }, "no-attended_on"),
    rejected("nothing on whether it was kept", { attended: "" }, "no-attended"),
    flagged("a practice that had closed", { practice: "X81002", attended_on: "2008-07-01" }, "practice-closed"),
    flagged("a practice in no PCT", { practice: "X81003" }, "practice-in-no-pct"),
    flagged("a provider nobody knows", { provider: "RZ9" }, "unknown-provider"),
    flagged("a first attendance that is none", { first_attendance: "9" }, "wrong-first_attendance", "9"),
    flagged("an outcome that is none", { attended: "1" }, "wrong-attended", "1"),
    flagged("an age above 120", { date_of_birth: "1886-01-01" }, "age-out-of-range"),
  ])("$what", async (each) => {
    const { is, should } = await foundIn(ATTENDANCE, each);
    expect(is).toEqual(should);
  });
});

describe("what is found in an A&E attendance", () => {
  test.each([
    rejected("a practice nobody knows", { practice: "X89999" }, "unknown-practice"),
    rejected("a day coded as invalid", { arrived_on: "1801-01-01" }, "no-arrived_on"),
    flagged("a practice that had closed", { practice: "X81002", arrived_on: "2008-07-01" }, "practice-closed"),
    flagged("a practice in no PCT", { practice: "X81003" }, "practice-in-no-pct"),
    flagged("a provider nobody knows", { provider: "RZ9" }, "unknown-provider"),
    flagged("a department type that is none", { department_type: "9" }, "wrong-department_type", "9"),
    flagged("an age above 120", { date_of_birth: "1886-01-01" }, "age-out-of-range"),
  ])("$what", async (each) => {
    const { is, should } = await foundIn(EMERGENCY, each);
    expect(is).toEqual(should);
  });
});

describe("what is found in a referral or a line", () => {
  test.each([
    rejected("a practice nobody knows", { practice: "X89999" }, "unknown-practice"),
    flagged("a practice that had closed", { practice: "X81002", received_on: "2008-07-01" }, "practice-closed"),
    flagged("a practice in no PCT", { practice: "X81003" }, "practice-in-no-pct"),
    flagged("a provider nobody knows", { provider: "RZ9" }, "unknown-provider"),
  ])("of a referral: $what", async (each) => {
    const { is, should } = await foundIn(REFERRAL, each);
    expect(is).toEqual(should);
  });

  test("a referral to nobody in particular is no matter", async () => {
    expect(codesOf(await bench.report(fileOf(REFERRAL, { provider: "" })))).toEqual({});
  });

  test.each([
    ["prescribing", { practice: "X81003", month: "2008-04", items: "10", actual_cost: "99.10" }, "practice-in-no-pct"],
    ["prescribing", { practice: "X89999", month: "2008-04", items: "10", actual_cost: "99.10" }, "unknown-practice"],
    ["QOF", { practice: "X89999", year: "2007/08", points: "1000" }, "unknown-practice"],
    ["prevalence", register("284", "283"), "more-patients-than-list"],
  ] as const)("of %s", async (_, row, code) => {
    expect(codesOf(await bench.report(fileOf(row, row)))).toEqual({ [code]: 1 });
  });

  function register(patients: string, list_size: string): Cells {
    return { practice: "X81001", year: "2007/08", register: "diabetes", patients, list_size };
  }
});

describe("rows that are kept", () => {
  test("carry their marks, and lack what was wrong", async () => {
    const wrong = { hrg: "D1", sex: "7", date_of_birth: "1886-01-01", provider: "RZ9", practice: "X81003" };
    reportIn(await bench.load(fileOf(SPELL, wrong)));
    expect(await bench.rows(spellTable)).toMatchObject([
      {
        ...{ hrg: null, sex: null, age: null, provider: "RZ9", commissioner: "none" },
        flags: "age-out-of-range wrong-hrg wrong-sex practice-in-no-pct unknown-provider",
      },
    ]);
  });

  test("of appointments whose kind is not known count as follow-ups that were not seen", async () => {
    reportIn(await bench.load(fileOf(ATTENDANCE, { first_attendance: "9", attended: "9" })));
    expect(await bench.rows(attendanceTable)).toMatchObject([
      { is_first: false, is_by_telephone: false, was_seen: false },
    ]);
  });

  test("of A&E lack a type that is none", async () => {
    reportIn(await bench.load(fileOf(EMERGENCY, { department_type: "9" })));
    expect(await bench.rows(emergencyTable)).toMatchObject([{ department_type: null, flags: "wrong-department_type" }]);
  });
});

test("rejected rows can be corrected in their file and loaded beside the others", async () => {
  const outcome = await bench.load(fileOf(REFERRAL, {}, { referral_id: "2", practice: "X89999" }), {
    batch: "corrected",
  });
  const [header = "", row = ""] = rejectedLines(bench);
  expect(row).toContain("X89999");
  const corrected = [header, row.replace("X89999", "X81002")];
  const corrects = outcome.kind === "published" ? outcome.load : "";
  expect(reportIn(await bench.load(corrected, { corrects })).rows).toMatchObject({ read: 1, accepted: 1 });
});
