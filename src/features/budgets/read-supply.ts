import { createHash } from "node:crypto";
import { relative } from "node:path";
import {
  activityMartFiles,
  nameOfActivity,
  practiceBaseline,
  type Snapshot,
  type Snapshots,
} from "#features/activity/index.ts";
import type { Directory } from "#features/organisations/index.ts";
import { type ListEntry, listsOn, needEntries, registeredLists } from "#features/populations/index.ts";
import type { Rulebook } from "#features/rulebook/index.ts";
import type { Refusal } from "#kernel/decision.ts";
import { type Day, daysLater, type FinancialYear, type Month, monthsOf, yearOf, yearsLater } from "#kernel/period.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import type { Supply, Task } from "./assemble-input.ts";
import type { BudgetBook, BudgetKey } from "./budget-book.ts";
import { earlierBudgets, prescribingSpend } from "./models/stated.ts";
import { monthsIn } from "./rules/baseline.ts";
import type { BaselineMonth, LastYearLine, Stated } from "./rules/budget-input.ts";
import type { BudgetRun } from "./rules/budget-run.ts";
import type { Service } from "./rules/envelope.ts";
import { historicMonths } from "./rules/historic-window.ts";
import { outOfSight, supplyOwners, type Whose } from "./supply-owners.ts";
import type { Working } from "./wiring.ts";

interface Sources {
  readonly engine: Engine;
  readonly lake: Lake;
  readonly rulebook: Rulebook;
  readonly book: BudgetBook;
  readonly snapshots: Snapshots;
}

interface Wanted {
  readonly key: BudgetKey;
  readonly task: Task;
  readonly directory: Directory;
  readonly place: string;
  readonly on: Day;
  readonly by: Working;
  readonly tell?: (done: number, of: number) => void;
}

type SupplyRefusal = Refusal<"prices-repeated" | "loaded-uncut">;

type Supplied =
  | { readonly supply: Supply; readonly fingerprints: Readonly<Record<string, string>> }
  | { readonly refused: readonly [SupplyRefusal, ...SupplyRefusal[]] };

/** A part of the supply with the fingerprints of what it was read from. */
interface Part<T> {
  readonly value: T;
  readonly fingerprints: Readonly<Record<string, string>>;
  readonly caution?: string;
}

/** Lists are looked for this long before the day, should a quarter be missing. */
const LONGEST_SINCE_LIST = 400;

/** Reads all that a PCT's budgets of a year follow from, and names what was read by its hash. */
export async function readSupply(sources: Sources, wanted: Wanted): Promise<Supplied> {
  const { directory, key, task, by } = wanted;
  const [first, ...others] = await outOfSight(sources.lake, by.sight);
  if (first !== undefined) {
    return { refused: [{ code: "loaded-uncut", facts: { what: [first, ...others].join(", ") } }] };
  }
  const whose = supplyOwners(directory, key.pct, task.asAt, by.sight);
  const activity = await readActivity(sources, wanted);
  if ("refused" in activity) return activity;
  const lists = await readLists(sources, wanted, whose);
  const need = await readNeed(sources, wanted, whose);
  const prescribing = await readPrescribing(sources, wanted);
  const lastYear = await readLastYear(sources, wanted, whose);
  return {
    supply: {
      directory,
      baseline: activity.value,
      lists: lists.value,
      need: need.value,
      prescribing: prescribing.value,
      lastYear: lastYear.value,
      cautions: {
        ...(lists.caution !== undefined && { lists: lists.caution }),
        ...(need.caution !== undefined && { need: need.caution }),
      },
    },
    fingerprints: {
      ...activity.fingerprints,
      ...lists.fingerprints,
      ...need.fingerprints,
      ...prescribing.fingerprints,
      ...lastYear.fingerprints,
    },
  };
}

type Baselines = ReadonlyMap<string, readonly BaselineMonth[]>;

async function readActivity(
  { engine, lake, rulebook, snapshots }: Sources,
  { key, task, place, on, by, tell }: Wanted,
): Promise<Part<Baselines> | Extract<Supplied, { refused: unknown }>> {
  const months = monthsIn(historicMonths(key.year, task.rules.historicWindow));
  const standIns = rulebook.find(place, "stand-in.prices", on)?.value ?? {};
  const snapshot = await snapshots.publish(
    {
      commissioner: key.pct,
      sight: [key.pct],
      months,
      place,
      on,
      pricesOf: (year) => (standIns[year] ?? year) as FinancialYear,
      yearOf,
      budgetYear: key.year,
    },
    by,
    tell && (({ done, of }) => tell(done, of)),
  );
  if ("refused" in snapshot) {
    const [first, ...others] = snapshot.refused.map(({ facts = {} }) => ({ code: "prices-repeated" as const, facts }));
    return { refused: [first ?? { code: "prices-repeated" }, ...others] };
  }
  const rows = await engine.query(practiceBaseline, {
    files: {
      own_year: activityMartFiles(lake.root, snapshot, "own", [key.pct]),
      budget_year: activityMartFiles(lake.root, snapshot, "budget", [key.pct]),
    },
    values: { first_month: months[0] ?? "", last_month: months.at(-1) ?? "" },
  });
  const cautionOf = standInCautions(
    standIns,
    rulebook.find(place, "stand-in.activity-months", on)?.value ?? {},
    key.year,
  );
  const value = Map.groupBy(
    rows.map((row) => ({
      practice: row.practice,
      month: { ...baselineMonth(row, snapshot), ...cautionOf(row.month) },
    })),
    ({ practice }) => practice,
  );
  return {
    value: new Map([...value].map(([practice, all]) => [practice, all.map(({ month }) => month)])),
    fingerprints: { snapshot: snapshot.id },
  };
}

/** What must be said of a month's activity where prices or activity of another time stand in. */
function standInCautions(
  prices: Readonly<Record<string, string>>,
  months: Readonly<Record<string, string>>,
  budgetYear: FinancialYear,
): (month: string) => { readonly caution?: string } {
  const wanted = Object.keys(months).toSorted();
  const [first = "", last = ""] = [wanted[0], wanted.at(-1)];
  const activity = `Activity of ${months[first]} to ${months[last]} stands in for that of ${first} to ${last}.`;
  return (month) => {
    const years = [...new Set([yearOf(month as Month), budgetYear])].filter((year) => prices[year] !== undefined);
    const said = years.map((year) => `Prices of ${prices[year]} stand in for those of ${year}.`);
    const all = [...said, ...(months[month] === undefined ? [] : [activity])];
    return all.length === 0 ? {} : { caution: all.join(" ") };
  };
}

interface BaselineRow {
  readonly practice: string;
  readonly month: string;
  readonly point_of_delivery: string;
  readonly own_pence: number;
  readonly budget_pence: number;
}

function baselineMonth(row: BaselineRow, snapshot: Snapshot): BaselineMonth {
  const { practice, month, point_of_delivery: activity, own_pence: ownYear, budget_pence: budgetYear } = row;
  const origin = { kind: "activity", keys: { snapshot: snapshot.id, practice, month, activity } };
  return { activity, name: nameOfActivity(activity), month: month as Month, ownYear, budgetYear, origin };
}

async function readLists(
  { engine, lake, rulebook }: Sources,
  { task, place, on }: Wanted,
  whose: Whose,
): Promise<Part<Supply["lists"]>> {
  const asAt = (rulebook.find(place, "stand-in.lists", on)?.value[task.asAt] ?? task.asAt) as Day;
  const files = await lake.files({ dataset: "registered-list", ...whose });
  const rows = await engine.query(registeredLists, {
    files: { lists: files },
    values: { earliest: daysLater(asAt, -LONGEST_SINCE_LIST), latest: asAt },
  });
  const entries = rows.map(
    ({ practice, as_at, sex, age_band, patients }): ListEntry => ({
      practice,
      asAt: as_at as Day,
      sex,
      ageBand: age_band,
      patients,
    }),
  );
  return {
    value: listsOn(entries, asAt),
    fingerprints: { lists: fingerprintOf(lake, files) },
    ...(asAt !== task.asAt && { caution: `The list of ${asAt} stands in for that of ${task.asAt}.` }),
  };
}

async function readNeed(
  { engine, lake, rulebook }: Sources,
  { key, place, on }: Wanted,
  whose: Whose,
): Promise<Part<Supply["need"]>> {
  const year = rulebook.find(place, "stand-in.need", on)?.value[key.year] ?? key.year;
  const files = await lake.files({ dataset: "need", ...whose });
  const rows = await engine.query(needEntries, { files: { need: files }, values: { year } });
  return {
    value: rows.map(({ practice, component, population_millionths, weighted_population_millionths }) => ({
      practice,
      year,
      component,
      population: population_millionths,
      weighted: weighted_population_millionths,
    })),
    fingerprints: { need: fingerprintOf(lake, files) },
    ...(year !== key.year && { caution: `Need of ${year} stands in for that of ${key.year}.` }),
  };
}

async function readPrescribing({ engine, lake }: Sources, { key }: Wanted): Promise<Part<Supply["prescribing"]>> {
  const months = monthsOf(yearsLater(key.year, -1));
  const files = await lake.files({ dataset: "prescribing", months, sight: [key.pct] });
  const rows = await engine.query(prescribingSpend, {
    files: { prescribing: files },
    values: { first: months[0] ?? "", last: months.at(-1) ?? "" },
  });
  const spend = rows.map(({ practice, actual_cost_pence: value, months: held }): readonly [string, Stated] => {
    const origin = { kind: "prescribing", keys: { practice, year: yearsLater(key.year, -1) } };
    const caution = `Prescribing of ${held} of the year's 12 months is held.`;
    return [practice, { value, origin, ...(held < 12 && { caution }) }];
  });
  return { value: new Map(spend), fingerprints: { prescribing: fingerprintOf(lake, files) } };
}

/** Last year's budgets: the version in force where they were worked out here, else what was loaded. */
async function readLastYear(
  { engine, lake, book }: Sources,
  { key }: Wanted,
  whose: Whose,
): Promise<Part<Supply["lastYear"]>> {
  const year = yearsLater(key.year, -1);
  const [latest] = await book.versions({ pct: key.pct, year });
  if (latest !== undefined) {
    return { value: linesOf(book.run(latest.resultHash)), fingerprints: { "last year": latest.resultHash } };
  }
  const files = await lake.files({ dataset: "budget-before", ...whose });
  const rows = await engine.query(earlierBudgets, { files: { budgets: files }, values: { year } });
  const lines = Map.groupBy(rows, ({ practice }) => practice);
  return {
    value: new Map(
      [...lines].map(([practice, own]) => [
        practice,
        own.map(
          ({ line, label, service, devolved_pence: devolved, blocked_back_pence: blockedBack }): LastYearLine => ({
            line,
            label,
            service: service as Service,
            devolved,
            blockedBack,
          }),
        ),
      ]),
    ),
    fingerprints: { "last year": fingerprintOf(lake, files) },
  };
}

function linesOf({ practices }: BudgetRun): Supply["lastYear"] {
  return new Map(
    practices.map(({ code, lines }) => [
      code,
      lines.map(({ line, label, service, devolved, blockedBack }) => ({ line, label, service, devolved, blockedBack })),
    ]),
  );
}

/** Files of the lake never change, so their paths say what was read. */
function fingerprintOf(lake: Lake, files: readonly string[]): string {
  const paths = files.map((file) => relative(lake.root, file)).toSorted();
  return createHash("sha256").update(paths.join("\n")).digest("hex").slice(0, 32);
}
