import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { financialYear, month, monthsOf } from "#kernel/period.ts";
import { type Engine, model, openEngine, text, whole } from "#platform/engine/index.ts";
import { type CountryYear, ENGLAND, makeYear, rowsIn } from "./make-year.ts";
import { attendanceRows, emergencyRows, spellRows } from "./rows.ts";

const YEAR = financialYear("2007/08");
const SMALL = { practices: 60, spells: 60_000, attendances: 60_000, emergency: 20_000, seed: 3, templates: 1_009 };

const summary = model(new URL("../models/spell-summary.sql", import.meta.url), {
  reads: { spells: spellRows },
  takes: {},
  gives: {
    spells: whole,
    spell_ids: whole,
    patients: whole,
    practices: whole,
    commissioners: whole,
    months: whole,
    outside_month: whole,
    first_practice: text,
  },
});

let folder: string;
let engine: Engine;
let year: CountryYear;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chilford-country-"));
  engine = await openEngine({ folders: [folder], threads: 2 });
  year = await makeYear(engine, { ...SMALL, year: YEAR, root: rootNamed("first") });
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

function rootNamed(name: string): string {
  const root = join(folder, name);
  mkdirSync(root);
  return root;
}

describe("a year of a country", () => {
  test("is made by models that do what they declare", async () => {
    for (const rows of [spellRows, attendanceRows, emergencyRows, summary])
      expect(await engine.check(rows)).toEqual([]);
  });

  test("has as many rows as were asked for, each with its own number, in its month and in order", async () => {
    const spells = year.months.flatMap((each) => each.spells);
    const [found] = await engine.query(summary, { files: { spells }, values: {} });
    expect(found).toMatchObject({
      spells: SMALL.spells,
      spell_ids: SMALL.spells,
      practices: SMALL.practices,
      commissioners: 2,
      months: 12,
      outside_month: 0,
      first_practice: "X00001",
    });
  });

  test("has patients who come more than once", async () => {
    const spells = year.months.flatMap((each) => each.spells);
    const [found] = await engine.query(summary, { files: { spells }, values: {} });
    expect(found?.patients).toBeLessThan(SMALL.spells * 0.97);
    expect(found?.patients).toBeGreaterThan(SMALL.spells * 0.3);
  });

  test("is the same byte for byte for the same seed, and differs for another", async () => {
    const one = { ...SMALL, year: YEAR, months: [month("2007-07")] };
    const [a, b, other] = await Promise.all([
      makeYear(engine, { ...one, root: rootNamed("a") }),
      makeYear(engine, { ...one, root: rootNamed("b") }),
      makeYear(engine, { ...one, seed: 4, root: rootNamed("other") }),
    ]);
    const bytes = (made: CountryYear) =>
      made.months.flatMap((each) =>
        [...each.spells, ...each.attendances, ...each.emergency].map((file) => readFileSync(file)),
      );
    expect(bytes(a).every((file, at) => file.equals(bytes(b)[at] as Buffer))).toBe(true);
    expect(bytes(a).every((file, at) => file.equals(bytes(other)[at] as Buffer))).toBe(false);
  });

  test("cuts England into months that add up to the year", () => {
    const total = monthsOf(YEAR).reduce((sum, each) => sum + rowsIn(each, "attendances", ENGLAND).rows, 0);
    expect(total).toBe(100_000_000);
    expect(rowsIn(month("2007-12"), "attendances", ENGLAND).rows).toBeLessThan(8_000_000);
  });
});
