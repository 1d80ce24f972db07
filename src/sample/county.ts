import { createHash } from "node:crypto";
import { financialYear, firstDayOf, type Month, month, monthsLater, monthsOf, yearOf } from "#kernel/period.ts";
import { demandOf } from "./activity/demand.ts";
import { type MonthFiles, monthFiles, type SpoiltRow } from "./activity/month-files.ts";
import { identities } from "./activity/patient.ts";
import { type DayNumber, dayNumber, dayText, monthOfDay } from "./calendar.ts";
import { estimateAt } from "./money/estimate.ts";
import { type PriceList, priceLists } from "./money/price-list.ts";
import { type Faults, writeAbout } from "./output/about.ts";
import type { WrittenFile } from "./output/csv-file.ts";
import { type RunningFiles, runningFiles } from "./output/running-files.ts";
import { writeStanding } from "./output/standing-files.ts";
import { populate, turnQuarter } from "./population/population.ts";
import { callRoll, type Roll } from "./population/roll.ts";
import { random } from "./random.ts";
import { caseMix } from "./setting/case-mix.ts";
import { clinics, emergencyGroups } from "./setting/clinics.ts";
import { fenmere, type Setting } from "./setting/fenmere.ts";
import { hospitalsOf } from "./setting/hospitals.ts";

export interface CountyOptions {
  readonly seed: number;
  /** An empty folder, or one that may be written over. */
  readonly folder: string;
  /** People against the county's 200,000; its organisations stay the same. At most 3. */
  readonly scale?: number;
  /** Told of each month as it begins. */
  readonly progress?: (month: Month) => void;
}

type Told = { readonly progress: CountyOptions["progress"] };
type Tables = Parameters<typeof priceLists>[1];

/** What was made. */
export interface CountySummary {
  readonly name: string;
  readonly seed: number;
  readonly scale: number;
  readonly years: readonly string[];
  readonly ruleYear: string;
  readonly priceYear: string;
  readonly files: readonly WrittenFile[];
  /** Rows by dataset, which is a file's name or its folder's. */
  readonly rows: Readonly<Record<string, number>>;
  /** How many rows of each dataset were spoilt on purpose, by what is wrong with them. */
  readonly faults: Faults;
  /** Of all files: the same seed and scale give the same. */
  readonly hash: string;
}

/**
 * Makes the invented county in a folder: every plain CSV layout, three years of activity with the dirt of real files,
 * prices, envelopes, control totals, and a list of what was spoilt. Everything in it is made up, and says so.
 */
export function makeCounty({ seed, folder, scale = 1, progress }: CountyOptions): CountySummary {
  const setting = fenmere();
  const tables = { caseMix: caseMix(), clinics: clinics(), groups: emergencyGroups() };
  const prices = priceLists(setting, tables, seed);
  const spoilt: SpoiltRow[] = [];
  const files = [
    ...liveThrough({ seed, folder, scale, progress }, setting, tables, prices, spoilt),
    ...writeStanding(folder, setting, prices),
  ];
  const about = writeAbout(folder, { setting, seed, scale }, files, spoilt);
  const all = [...files, ...about.files].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return {
    name: setting.name,
    seed,
    scale,
    years: setting.years,
    ruleYear: setting.rule_year,
    priceYear: setting.price_year,
    files: all,
    rows: rowsByDataset(all),
    faults: about.faults,
    hash: createHash("sha256")
      .update(all.map(({ path, sha256 }) => `${path} ${sha256}\n`).join(""))
      .digest("hex"),
  };
}

/** Lives through the county's quarters one by one, writing as they go by, so that no more than one is held. */
function liveThrough(
  { seed, folder, scale, progress }: Required<Omit<CountyOptions, "progress">> & Told,
  setting: Setting,
  tables: Tables,
  prices: readonly PriceList[],
  spoilt: SpoiltRow[],
): readonly WrittenFile[] {
  const files: WrittenFile[] = [];
  const chance = random(seed, "population");
  const estimate = estimateAt(prices);
  const [start, ...quarters] = quartersOf(setting);
  const population = populate(setting, scale, start, chance);
  let roll = callRoll(population, setting.practices.length, start);
  const demand = demandOf(setting, seed, roll);
  const identify = identities(population, seed);
  const hospitals = hospitalsOf(setting);
  const scene = { setting, seed, population, hospitals, caseMix: tables.caseMix, demand, identify };
  const hospital = monthFiles(scene, tables, folder, { files, spoilt, estimate });
  const running = runningFiles({ setting, seed, folder, population, estimate });
  liveQuarter(roll, running, hospital, setting.years, progress);
  for (const quarter of quarters) {
    turnQuarter(population, setting, quarter, chance);
    roll = callRoll(population, setting.practices.length, quarter);
    liveQuarter(roll, running, hospital, setting.years, progress);
  }
  return [...files, ...running.close()];
}

/** The first days of the quarters: one before the first year, so that it begins with people in beds, and then on. */
function quartersOf({ years }: Setting): readonly [DayNumber, ...DayNumber[]] {
  const start = monthsLater(monthsOf(financialYear(years[0] ?? ""))[0] as Month, -3);
  const days: DayNumber[] = [];
  for (let at = start; at <= LAST_LIST; at = monthsLater(at, 3)) days.push(dayNumber(firstDayOf(at)));
  return days as [DayNumber, ...DayNumber[]];
}

/** Lists go on beyond the activity, to the middle of the year whose budgets rest on it. */
const LAST_LIST = month("2008-10");

/** The first three months of a quarter's roll: before the first year they are lived through, after the last not at all. */
function liveQuarter(
  roll: Roll,
  books: RunningFiles,
  hospital: MonthFiles,
  years: readonly string[],
  progress: CountyOptions["progress"],
): void {
  const isBefore = yearOf(dayText(roll.on)) < (years[0] ?? "");
  const isAfter = yearOf(dayText(roll.on)) > (years.at(-1) ?? "");
  if (!isBefore) books.quarter(roll);
  if (isAfter) return;
  for (const later of [0, 1, 2]) {
    const at = monthsLater(monthOfDay(roll.on), later);
    progress?.(at);
    if (isBefore) hospital.live(at, roll);
    else {
      hospital.write(at, roll);
      books.month(at, roll);
    }
  }
}

function rowsByDataset(files: readonly WrittenFile[]): Readonly<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const file of files) {
    const dataset = file.path.replace(/\/.*|\..*/, "");
    rows[dataset] = (rows[dataset] ?? 0) + file.rows;
  }
  return rows;
}
