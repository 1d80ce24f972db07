import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { month } from "#kernel/period.ts";
import { SPELL_COLUMNS } from "../activity/spell.ts";
import { type MonthCsv, writeMonthCsv } from "./month-csv.ts";
import { writeStandingCsv } from "./standing-csv.ts";

const SIZE = { month: month("2007-04"), seed: 5, practices: 120, spells: 6_000, attendances: 9_000, emergency: 3_000 };

let folder: string;
let made: MonthCsv;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chilford-month-"));
  made = writeMonthCsv({ ...SIZE, folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

function linesOf(path: string): readonly string[] {
  return readFileSync(join(folder, path), "utf8").trimEnd().split("\n");
}

describe("a country's month in plain files", () => {
  test("has the rows asked for and those put in twice", () => {
    const extra = (path: string) => (made.faults[path]?.duplicate ?? 0) + (made.faults[path]?.overlap ?? 0);
    expect(made.files.map(({ path, rows }) => rows - extra(path))).toEqual([
      SIZE.spells,
      SIZE.attendances,
      SIZE.emergency,
    ]);
  });

  test("is in the plain layout, and in its month", () => {
    const [header, ...lines] = linesOf("spells-2007-04.csv");
    expect(header).toBe(SPELL_COLUMNS.join(","));
    const faults = made.faults["spells-2007-04.csv"] ?? {};
    const wrong = lines.filter((line) => {
      const cells = line.split(",");
      return cells.length !== SPELL_COLUMNS.length || !/^2007-04-([012]\d|30)$/.test(cells[10] ?? "");
    });
    expect(wrong.length).toBe(faults["impossible-date"] ?? 0);
  });

  test("is the same for the same seed", () => {
    const again = mkdtempSync(join(tmpdir(), "chilford-month-"));
    expect(writeMonthCsv({ ...SIZE, folder: again }).files).toEqual(made.files);
    expect(writeMonthCsv({ ...SIZE, seed: 6, folder: again }).files).not.toEqual(made.files);
    rmSync(again, { recursive: true });
  });

  test("is read against a directory that knows its practices and hospitals", () => {
    writeStandingCsv({
      folder,
      practices: SIZE.practices,
      seed: SIZE.seed,
      quarters: ["2007-04-01"],
      needYear: "2008/09",
    });
    const known = new Set(linesOf("organisations.csv").map((line) => line.split(",")[0]));
    const unknown = linesOf("emergency-2007-04.csv")
      .slice(1)
      .filter((line) => {
        const [, provider, practice] = line.split(",");
        return !known.has(provider) || !known.has(practice);
      });
    const faults = made.faults["emergency-2007-04.csv"] ?? {};
    expect(unknown.length).toBe((faults["unknown-practice"] ?? 0) + (faults["unknown-provider"] ?? 0));
  });
});
