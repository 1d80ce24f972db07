import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { firstDayOf, type Month, monthsOf } from "#kernel/period.ts";
import { type CountryMonth, makeYear, writeMonthCsv, writeStandingCsv } from "#sample/index.ts";
import { ACTIVITY_YEAR, BUDGET_YEAR, benchEngine, LOADED_MONTH, placesIn } from "./places.ts";
import { type BenchSize, monthlyRows } from "./size.ts";
import type { Tell } from "./tell.ts";

export interface YearJob {
  readonly work: string;
  readonly size: BenchSize;
  readonly months: number;
}

/** Makes the months of a year in the lake's columns; those that lie there already are left alone. */
export async function makeYearFiles({ work, size, months }: YearJob, tell: Tell): Promise<readonly CountryMonth[]> {
  const root = placesIn(work).year;
  mkdirSync(root, { recursive: true });
  const engine = await benchEngine(work);
  const wanted = monthsOf(ACTIVITY_YEAR).slice(0, months);
  try {
    const made = await makeYear(engine, {
      ...size,
      year: ACTIVITY_YEAR,
      months: wanted,
      root,
      progress: (month: Month) => tell(`Making ${month} (${wanted.indexOf(month) + 1} of ${wanted.length})`),
    });
    return made.months;
  } finally {
    engine.close();
  }
}

/** A plain file of the month that is loaded. */
export interface MonthFile {
  readonly dataset: string;
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

export interface MonthFiles {
  /** What is loaded first, because it is referred to. */
  readonly standing: readonly string[];
  readonly month: readonly MonthFile[];
}

const DATASETS: Readonly<Record<string, string>> = {
  spells: "spell",
  attendances: "attendance",
  emergency: "emergency",
};

/** Writes a month as plain files with dirt, and the directory and prices that it is read against. */
export async function makeMonthFiles({ work, size }: Omit<YearJob, "months">, tell: Tell): Promise<MonthFiles> {
  const folder = placesIn(work).files;
  mkdirSync(folder, { recursive: true });
  tell(`Writing ${LOADED_MONTH} as plain files`);
  const { practices, seed } = size;
  const quarters = [firstDayOf(BUDGET_YEAR)];
  const standing = writeStandingCsv({ folder, practices, seed, quarters, needYear: BUDGET_YEAR });
  const { files } = writeMonthCsv({ ...monthlyRows(size), folder, month: LOADED_MONTH, practices, seed });
  return {
    standing: standing.map(({ path }) => join(folder, path)),
    month: files.map(({ path, rows, bytes }) => ({
      dataset: DATASETS[path.split("-")[0] ?? ""] ?? "",
      path: join(folder, path),
      rows,
      bytes,
    })),
  };
}
