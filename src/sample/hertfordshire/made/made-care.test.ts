import { describe, expect, test } from "vitest";
import { month } from "#kernel/period.ts";
import { exampleScene } from "../examples/example-scene.ts";
import { attendanceMaker, FOLLOW_UPS } from "./attendances.ts";
import { ATTENDANCES_AN_ADMISSION, emergencyMaker } from "./emergencies.ts";
import { type SpellRow, spellMaker } from "./spells.ts";

const TOTALS = { ordinary: 61, dayCases: 203, nonElective: 397, firstAttendances: 511 };
const MONTHS = [month("2012-06"), month("2012-07"), month("2012-08")];

function spellsOf(seed: number): readonly SpellRow[] {
  const make = spellMaker(exampleScene(seed));
  return MONTHS.flatMap((each) => [...make(each, TOTALS)]);
}

describe("made spells", () => {
  const rows = spellsOf(1);

  test("come to each month's totals exactly, kind by kind", () => {
    const inJuly = rows.filter(({ discharged_on }) => String(discharged_on).startsWith("2012-07"));
    const isElective = ({ admission_method }: SpellRow) => String(admission_method).startsWith("1");
    const count = (is: (row: SpellRow) => boolean) => inJuly.filter(is).length;
    expect(count((row) => isElective(row) && row.patient_class === "1")).toBe(TOTALS.ordinary);
    expect(count(({ patient_class }) => patient_class === "2")).toBe(TOTALS.dayCases);
    expect(count((row) => !isElective(row))).toBe(TOTALS.nonElective);
    expect(rows).toHaveLength(3 * (61 + 203 + 397));
  });

  test("have nobody in two beds at once, however small the list", () => {
    for (const own of Map.groupBy(rows, ({ patient }) => patient).values()) {
      const stays = own.toSorted((a, b) => (a.admitted_on < b.admitted_on ? -1 : 1));
      for (const [at, stay] of stays.slice(1).entries()) {
        expect(stay.admitted_on > (stays[at]?.discharged_on ?? ""), `${stay.patient}`).toBe(true);
      }
    }
  });

  test("name no spell twice and keep day cases to a day", () => {
    expect(new Set(rows.map(({ spell_id }) => spell_id)).size).toBe(rows.length);
    const dayCases = rows.filter(({ patient_class }) => patient_class === "2");
    expect(dayCases.every(({ admitted_on, discharged_on }) => admitted_on === discharged_on)).toBe(true);
  });

  test("are the same for the same seed and others for another", () => {
    expect(spellsOf(1)).toEqual(rows);
    expect(spellsOf(2)).not.toEqual(rows);
  });
});

test("made attendances have the month's first ones exactly, and follow-ups in their ratio", () => {
  const rows = [...attendanceMaker(exampleScene(1))(month("2012-06"), TOTALS)];
  const count = (first: string) => rows.filter(({ first_attendance }) => first_attendance === first).length;
  expect([count("1"), count("2")]).toEqual([511, Math.round(511 * FOLLOW_UPS)]);
});

test("made A&E attendances are in their ratio to non-elective admissions", () => {
  const rows = [...emergencyMaker(exampleScene(1))(month("2012-06"), TOTALS)];
  expect(rows).toHaveLength(Math.round(397 * ATTENDANCES_AN_ADMISSION));
});
