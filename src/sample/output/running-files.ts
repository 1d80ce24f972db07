import { type FinancialYear, financialYear, type Month, quarterOf, yearOf, yearsLater } from "#kernel/period.ts";
import { dayText } from "../calendar.ts";
import { COSTED_COLUMNS, costedMaker } from "../money/costed.ts";
import { BEFORE_COLUMNS, beforeRows, ENVELOPE_COLUMNS, envelopeRows, type Ground } from "../money/envelope.ts";
import type { Estimate } from "../money/estimate.ts";
import { PRESCRIBING_COLUMNS, prescribingMaker } from "../money/prescribing.ts";
import { LIST_COLUMNS, listRows, listSize } from "../population/lists.ts";
import { NEED_COLUMNS, needRows } from "../population/need.ts";
import type { Population } from "../population/population.ts";
import type { Roll } from "../population/roll.ts";
import { INDICATOR_COLUMNS, indicatorRows } from "../quality/indicators.ts";
import { PREVALENCE_COLUMNS, prevalenceRows, QOF_COLUMNS, qofRows } from "../quality/registers.ts";
import type { Setting } from "../setting/fenmere.ts";
import { type CsvFile, csvFile, type WrittenFile } from "./csv-file.ts";
import { sheet } from "./standing-files.ts";

/** Files that grow as months and quarters go by, apart from hospital care. */
export interface RunningFiles {
  quarter(roll: Roll): void;
  month(month: Month, roll: Roll): void;
  /** Closes them, and states the money that follows from all that went by. */
  close(): readonly WrittenFile[];
}

interface Context {
  readonly setting: Setting;
  readonly seed: number;
  readonly folder: string;
  readonly population: Population;
  readonly estimate: Estimate;
}

export function runningFiles({ setting, seed, folder, population, estimate }: Context): RunningFiles {
  const open = <C extends string>(path: string, columns: readonly C[], checked?: NoInfer<C>) =>
    csvFile(folder, path, columns, checked);
  const lists = open("lists.csv", LIST_COLUMNS, "patients");
  const need = open("need.csv", NEED_COLUMNS, "population");
  const prevalence = open("prevalence.csv", PREVALENCE_COLUMNS, "patients");
  const qof = open("qof.csv", QOF_COLUMNS, "points");
  const indicators = open("indicators.csv", INDICATOR_COLUMNS, "denominator");
  const prescribing = open("prescribing.csv", PRESCRIBING_COLUMNS, "actual_cost");
  const costed = open("costed.csv", COSTED_COLUMNS, "cost");
  const prescriptionsIn = prescribingMaker(setting, seed);
  const costedIn = costedMaker(setting, seed);
  const known = knownYears();
  return {
    quarter(roll) {
      const on = dayText(roll.on);
      const year = yearOf(on);
      const isWithin = setting.years.includes(year);
      writeAll(lists, listRows(roll, population, setting));
      if (on.endsWith("-04-01"))
        known.lists.set(
          year,
          setting.practices.map((_, at) => listSize(roll, at)),
        );
      // Need is settled half a year before the year it is for.
      if (on.endsWith("-10-01") && isWithin) writeAll(need, needRows(yearsLater(year, 1), roll, population, setting));
      if (isWithin) writeAll(indicators, indicatorRows(quarterOf(on), roll, setting, seed));
      if (!on.endsWith("-01-01") || !isWithin) return;
      writeAll(prevalence, prevalenceRows(year, roll, setting, seed));
      writeAll(qof, qofRows(year, roll, setting, seed));
    },
    month(month, roll) {
      const rows = prescriptionsIn(month, roll);
      for (const { practice, actual_cost } of rows)
        known.prescribed(yearOf(month), String(practice), Number(actual_cost));
      writeAll(prescribing, rows);
      writeAll(costed, costedIn(month, roll));
    },
    close: () => [
      ...[lists, need, prevalence, qof, indicators, prescribing, costed].map((file) => file.close()),
      ...writeMoney(folder, setting, seed, (year) => groundOf(year, known, estimate)),
    ],
  };
}

/** What has been learnt of each year. */
interface KnownYears {
  readonly lists: Map<string, readonly number[]>;
  readonly prescribing: Map<string, Map<string, number>>;
  prescribed(year: FinancialYear, practice: string, cost: number): void;
}

function knownYears(): KnownYears {
  const prescribing = new Map<string, Map<string, number>>();
  return {
    lists: new Map(),
    prescribing,
    prescribed(year, practice, cost) {
      const own = prescribing.get(year) ?? new Map<string, number>();
      prescribing.set(year, own.set(practice, (own.get(practice) ?? 0) + cost));
    },
  };
}

function groundOf(year: FinancialYear, { lists, prescribing }: KnownYears, estimate: Estimate): Ground {
  return {
    year,
    hospital: estimate.behind(year),
    prescribing: prescribing.get(yearsLater(year, -1)) ?? new Map(),
    people: lists.get(year) ?? [],
  };
}

/** Envelopes of the years that have twelve months behind them, and what practices had in the year before each. */
function writeMoney(
  folder: string,
  setting: Setting,
  seed: number,
  groundFor: (year: FinancialYear) => Ground,
): readonly WrittenFile[] {
  const last = financialYear(setting.rule_year);
  const earlier = groundFor(yearsLater(last, -1));
  const before: Ground = {
    ...groundFor(yearsLater(last, -2)),
    hospital: cheaper(earlier.hospital),
    prescribing: cheaper(earlier.prescribing),
  };
  const envelopes = [earlier, groundFor(last)].flatMap((ground) => envelopeRows(setting, ground));
  const budgets = [before, earlier].flatMap((ground) => beforeRows(setting, ground, seed));
  return [
    sheet(folder, "envelope.csv", ENVELOPE_COLUMNS, envelopes, "amount"),
    sheet(folder, "budgets-before.csv", BEFORE_COLUMNS, budgets, "devolved"),
  ];
}

/** Amounts a year earlier, for a year whose own months lie before the files. */
function cheaper(amounts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...amounts].map(([practice, amount]) => [practice, amount / 1.055]));
}

function writeAll<C extends string>(file: CsvFile<C>, rows: Iterable<Readonly<Record<C, string | number>>>): void {
  for (const row of rows) file.write(row);
}
