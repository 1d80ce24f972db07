import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isDay } from "#kernel/period.ts";
import { type CountySummary, makeCounty } from "../county.ts";
import { checkDigit } from "../population/identifiers.ts";
import { DIRT_SHARE } from "./dirt.ts";

type Row = Readonly<Record<string, string>>;
type Finder = (row: Row) => boolean;

let county: CountySummary;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chilford-dirt-"));
  county = makeCounty({ seed: 4, folder, scale: 0.2 });
});
afterAll(() => rmSync(folder, { recursive: true }));

function rowsIn(path: string): readonly Row[] {
  const [header = "", ...lines] = readFileSync(join(folder, path), "utf8").trimEnd().split("\n");
  const columns = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [columns[at] ?? "", cell])));
}

function rowsOf(dataset: string): readonly Row[] {
  return readdirSync(join(folder, dataset)).flatMap((file) => rowsIn(join(dataset, file)));
}

/** Finds each fault by its plain meaning, knowing nothing of how it was put in. */
function finders(day: string, start: string): Readonly<Record<string, Finder>> {
  const practices = new Map(rowsIn("organisations.csv").map((row) => [row.code, row]));
  const hrgs = new Set(
    [...rowsIn("prices-admitted.csv"), ...rowsIn("prices-emergency.csv")].map(({ hrg }) => hrg).concat("UZ01Z", ""),
  );
  const functions = new Set(rowsOf("referrals").map((row) => row.treatment_function));
  const known = (row: Row) =>
    functions.has(row.treatment_function) || ["370", "501", "140", "424"].includes(row.treatment_function ?? "");
  const on = (row: Row) => [row[day] ?? "", row[start] ?? ""] as const;
  const years = (row: Row) => Number(on(row)[0].slice(0, 4)) - Number(row.date_of_birth?.slice(0, 4));
  const isNull = (date = "") => date.startsWith("180");
  const areReal = (row: Row) => on(row).every((date) => isDay(date) && !isNull(date));
  return {
    "unknown-practice": (row) => !practices.has(row.practice),
    "closed-practice": (row) => {
      const closed = practices.get(row.practice)?.closed ?? "";
      return areReal(row) && closed !== "" && on(row)[0] > closed;
    },
    "unknown-provider": (row) => !practices.has(row.provider),
    "null-date": (row) => on(row).some(isNull),
    "impossible-date": (row) => on(row).some((date) => !isDay(date)),
    "discharge-before-admission": (row) => areReal(row) && on(row)[0] < on(row)[1],
    "missing-hrg": (row) => row.hrg === "",
    "malformed-hrg": (row) => !/^([A-Z]{2}\d{2}[A-Z])?$/.test(row.hrg ?? ""),
    "unknown-hrg": (row) => /^[A-Z]{2}\d{2}[A-Z]$/.test(row.hrg ?? "") && !hrgs.has(row.hrg),
    "malformed-diagnosis": (row) =>
      !(row.diagnoses ?? "A00X").split(" ").every((code) => /^[A-Z]\d{2}[\dX]$/.test(code)),
    "malformed-procedure": (row) => !(row.procedures ?? "").split(" ").every((code) => /^([A-Z]\d{3})?$/.test(code)),
    "unknown-function": (row) => !known(row),
    "invalid-nhs-number": ({ nhs_number: number = "" }) => checkDigit(number.slice(0, 9)) !== Number(number[9]),
    "born-after-event": (row) => areReal(row) && (row.date_of_birth ?? "") > on(row)[0],
    "age-out-of-range": (row) => areReal(row) && years(row) > 120,
    "sex-out-of-range": ({ sex = "" }) => !["1", "2"].includes(sex),
    "code-out-of-range": (row) =>
      row.admission_method === "99" || row.first_attendance === "9" || row.department_type === "9",
  };
}

const KINDS = {
  spells: { day: "discharged_on", start: "admitted_on", id: "spell_id" },
  attendances: { day: "attended_on", start: "attended_on", id: "attendance_id" },
  emergency: { day: "arrived_on", start: "arrived_on", id: "attendance_id" },
} as const;
/** Faults that a single row does not show, or that a kind of row cannot have. */
const ELSEWHERE = {
  spells: [],
  attendances: ["missing-hrg", "malformed-hrg", "unknown-hrg", "discharge-before-admission"],
  emergency: ["unknown-function", "discharge-before-admission"],
} as const;

describe.each(["spells", "attendances", "emergency"] as const)("the dirt in %s", (dataset) => {
  test("is what the summary says, and nothing else is wrong", () => {
    const { day, start } = KINDS[dataset];
    const rows = rowsOf(dataset);
    const stated = new Map(Object.entries(county.faults[dataset] ?? {}));
    for (const [fault, isFaulty] of Object.entries(finders(day, start))) {
      if ((ELSEWHERE[dataset] as readonly string[]).includes(fault)) continue;
      expect(rows.filter(isFaulty).length, fault).toBe(stated.get(fault) ?? 0);
    }
  });

  test("has as many rows twice as the summary says", () => {
    const rows = rowsOf(dataset);
    const ids = new Set(rows.map((row) => row[KINDS[dataset].id]));
    expect(rows.length - ids.size).toBe(county.faults[dataset]?.duplicate);
  });

  test("is about the stated share of all rows", () => {
    const spoilt = Object.values(county.faults[dataset] ?? {}).reduce((total, count) => total + count, 0);
    expect(Math.abs(spoilt / (county.rows[dataset] ?? 0) / DIRT_SHARE - 1)).toBeLessThan(0.35);
  });
});

test("nobody is in two beds at once, but for the overlaps that were put in", () => {
  const stays = new Map<string, Row[]>();
  const seen = new Set<string>();
  for (const row of rowsOf("spells")) {
    const { nhs_number = "", spell_id = "", admitted_on = "", discharged_on = "" } = row;
    if (seen.has(spell_id) || !isDay(discharged_on) || admitted_on < "1900" || admitted_on > discharged_on) continue;
    seen.add(spell_id);
    stays.set(nhs_number, [...(stays.get(nhs_number) ?? []), row]);
  }
  const overlaps = [...stays.values()].flatMap((own) => {
    const inOrder = own.toSorted((a, b) => ((a.admitted_on ?? "") < (b.admitted_on ?? "") ? -1 : 1));
    return inOrder.filter((row, at) => at > 0 && (row.admitted_on ?? "") < (inOrder[at - 1]?.discharged_on ?? ""));
  });
  expect(overlaps.length).toBe(county.faults.spells?.overlap);
  expect(overlaps.length).toBeGreaterThan(0);
});

test("every spoilt row is listed with its file, its id and the field to look at", () => {
  const listed = rowsIn("dirt.csv");
  const ids = new Map<string, Set<string>>();
  for (const { file = "", id = "" } of listed) {
    const dataset = file.split("/")[0] as keyof typeof KINDS;
    const found = ids.get(file) ?? new Set(rowsIn(file).map((row) => row[KINDS[dataset].id] ?? ""));
    ids.set(file, found);
    expect(found.has(id), `${file} ${id}`).toBe(true);
  }
  expect(JSON.parse(readFileSync(join(folder, "dirt.json"), "utf8"))).toEqual({
    share: DIRT_SHARE,
    faults: county.faults,
  });
});
