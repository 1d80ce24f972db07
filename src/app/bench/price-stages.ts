import { mkdirSync, rmSync } from "node:fs";
import {
  type MartsToMake,
  makeActivityMarts,
  martFiles,
  type PriceFiles,
  practiceBaseline,
  pricingTermsInForce,
} from "#features/activity/index.ts";
import { loadRulebook, loadSources } from "#features/rulebook/index.ts";
import type { FinancialYear } from "#kernel/period.ts";
import type { Engine } from "#platform/engine/index.ts";
import { type CountryMonth, SAMPLE_RULEBOOK, SAMPLE_SOURCES } from "#sample/index.ts";
import { PROJECT } from "../folders.ts";
import { ACTIVITY_YEAR, BUDGET_YEAR, benchEngine, placesIn, RULES } from "./places.ts";
import { best, repeated, sumOf, timed } from "./repeated.ts";
import type { Tell } from "./tell.ts";

export interface PriceJob {
  readonly work: string;
  readonly months: readonly CountryMonth[];
  /** Price lists of every year. */
  readonly prices: PriceFiles;
}

/** Prices the year for one year's prices: all months but one, then that one, and then again with nothing left to do. */
export async function makeMartsAtOnePrice(job: PriceJob, tell: Tell) {
  const told = telling(tell, "Pricing the year");
  const runs = await overMarts(job, "one", async (engine, root) => {
    const toMake = martsToMake(job, root, [BUDGET_YEAR]);
    const others = await timed(() => made(engine, { ...toMake, months: toMake.months.slice(0, -1) }, told));
    const month = await timed(() => made(engine, toMake, told));
    const again = await timed(() => made(engine, toMake));
    return { year: sumOf([others, month]), month, again };
  });
  return {
    year: best(runs, ({ year }) => year),
    month: best(runs, ({ month }) => month),
    again: best(runs, ({ again }) => again),
  };
}

/** Prices the year at its own prices and at the budget year's, and reads the baseline of every practice from the marts. */
export async function makeMartsAtTwoPrices(job: PriceJob, tell: Tell) {
  const told = telling(tell, "Pricing the year for its own prices and the budget year's");
  const runs = await overMarts(job, "two", async (engine, root) => {
    const year = await timed(() => made(engine, martsToMake(job, root, [ACTIVITY_YEAR, BUDGET_YEAR]), told));
    return { year, baseline: await timed(() => readBaseline(engine, root, job, year.value)) };
  });
  const rows = runs[0].baseline.value;
  return {
    year: best(runs, ({ year }) => year),
    baseline: best(runs, ({ baseline }) => baseline),
    baselineRows: rows.length,
    rows: rows.reduce((sum, { budget_rows }) => sum + budget_rows, 0),
    priced: rows.reduce((sum, { budget_rows_priced }) => sum + budget_rows_priced, 0),
  };
}

function readBaseline(engine: Engine, root: string, { months }: PriceJob, marts: Made) {
  const at = (year: FinancialYear) => martFiles(root, marts, ({ priceYear }) => priceYear === year);
  return engine.query(practiceBaseline, {
    files: { own_year: at(ACTIVITY_YEAR), budget_year: at(BUDGET_YEAR) },
    values: { first_month: months[0]?.month ?? "", last_month: months.at(-1)?.month ?? "" },
  });
}

type Made = Exclude<Awaited<ReturnType<typeof makeActivityMarts>>, { readonly refused: unknown }>["marts"];
type Progress = Parameters<typeof makeActivityMarts>[2];

function martsToMake({ months, prices }: PriceJob, root: string, priceYears: readonly FinancialYear[]): MartsToMake {
  const rulebook = loadRulebook([PROJECT.rulebook, SAMPLE_RULEBOOK], loadSources(PROJECT.sources, SAMPLE_SOURCES));
  return {
    root,
    months: months.map(({ month, spells, attendances, emergency }) => ({
      month,
      files: { spells, attendances, emergency, costed: [], prescribing: [] },
      priceYears,
    })),
    prices: new Map(priceYears.map((year) => [year, prices])),
    terms: pricingTermsInForce(rulebook, RULES.place, RULES.on),
  };
}

async function made(engine: Engine, toMake: MartsToMake, progress?: Progress): Promise<Made> {
  const result = await makeActivityMarts(engine, toMake, progress);
  if ("refused" in result) throw new Error(`The price lists were refused: ${JSON.stringify(result.refused)}`);
  return result.marts;
}

function telling(tell: Tell, what: string): Progress {
  return ({ month, activity, isNew, done, of }) => {
    if (isNew && activity === "emergency") tell(`${what}: ${month} (${done} of ${of} marts)`);
  };
}

/** Measures a few times, over a folder of marts that is empty each time. */
async function overMarts<T>(
  { work }: PriceJob,
  which: string,
  measure: (engine: Engine, root: string) => Promise<T>,
): Promise<readonly [T, ...T[]]> {
  const root = placesIn(work).marts(which);
  const engine = await benchEngine(work);
  try {
    return await repeated(() => {
      rmSync(root, { recursive: true, force: true });
      mkdirSync(root, { recursive: true });
      return measure(engine, root);
    });
  } finally {
    engine.close();
  }
}
