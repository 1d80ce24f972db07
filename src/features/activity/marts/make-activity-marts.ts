import { join } from "node:path";
import type { Refusal } from "#kernel/decision.ts";
import type { FinancialYear, Month } from "#kernel/period.ts";
import type { Columns, Engine, Making, Model, Reads } from "#platform/engine/index.ts";
import { findRepeatedPrices, type PriceFiles } from "../pricing/price-files.ts";
import { pricingValues } from "../pricing/pricing-values.ts";
import type { PricingTerms } from "../rules/pricing-terms.ts";
import {
  practiceAttendances,
  practiceCosted,
  practiceEmergency,
  practicePrescribing,
  practiceSpells,
} from "./marts.ts";

/** The lake's files of one month, whole paths, each kind perhaps in several: one for each commissioner and load. */
export interface ActivityFiles {
  readonly spells: readonly string[];
  readonly attendances: readonly string[];
  readonly emergency: readonly string[];
  readonly costed: readonly string[];
  readonly prescribing: readonly string[];
}

/** A month to make marts of, with every year at whose prices it is wanted: its own, or what stands in for it, and the budget's. */
export interface MonthOfActivity {
  readonly month: Month;
  readonly files: ActivityFiles;
  readonly priceYears: readonly FinancialYear[];
}

export interface MartsToMake {
  /** The folder of all data. */
  readonly root: string;
  readonly months: readonly MonthOfActivity[];
  readonly prices: ReadonlyMap<FinancialYear, PriceFiles>;
  /** The rules of pricing, which must be the same for all commissioners whose files are given. */
  readonly terms: PricingTerms;
}

export type ActivityMartName = "practice-activity" | "practice-costed" | "practice-prescribing";

/** One file of a mart: one commissioner's rows of one month, at one year's prices where the mart is of priced activity. */
export interface ActivityMart {
  readonly mart: ActivityMartName;
  readonly activity: keyof ActivityFiles;
  readonly month: Month;
  readonly priceYear?: FinancialYear;
  readonly commissioner: string;
  readonly hash: string;
  /** Where it lies in the folder of all data. */
  readonly path: string;
}

/** Told after each mart, so that a person who waits can see how far it is. */
export interface MartProgress {
  readonly done: number;
  readonly of: number;
  readonly activity: keyof ActivityFiles;
  readonly month: Month;
  readonly priceYear?: FinancialYear;
  /** False where the mart lay there already. */
  readonly isNew: boolean;
}

interface Piece {
  readonly mart: ActivityMartName;
  readonly activity: keyof ActivityFiles;
  readonly month: Month;
  readonly priceYear?: FinancialYear;
  make(): Promise<{ readonly hash: string; readonly isNew: boolean; readonly files: readonly ActivityFile[] }>;
}

interface ActivityFile {
  readonly path: string;
  readonly partition?: string;
}

const NO_PRICES: PriceFiles = { admitted: [], outpatient: [], emergency: [], marketForces: [] };

/**
 * Makes the marts that follow from a set of months, month by month, and leaves alone what lies there already. Refuses
 * price lists that hold a code twice, since every row must meet one price at most.
 */
export async function makeActivityMarts(
  engine: Engine,
  toMake: MartsToMake,
  tell: (progress: MartProgress) => void = () => {},
): Promise<{ readonly marts: readonly ActivityMart[] } | { readonly refused: readonly Refusal<"repeated-price">[] }> {
  const refused = await repeatedPrices(engine, toMake);
  if (refused.length > 0) return { refused };
  const pieces = toMake.months.flatMap((month) => [
    ...pricedPieces(engine, toMake, month),
    ...plainPieces(engine, toMake, month),
  ]);
  let done = 0;
  const made = await twoAtATime(pieces, async ({ make, ...about }) => {
    const { hash, isNew, files } = await make();
    const { mart: _mart, ...told } = about;
    done += 1;
    tell({ ...told, done, of: pieces.length, isNew });
    return files.map(({ path, partition = "" }) => ({ ...about, commissioner: partition, hash, path }));
  });
  return { marts: made.flat() };
}

/** Works on two at a time and keeps the order of results: one thread cuts a mart into files while the next mart is priced. */
async function twoAtATime<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = all.entries();
  const worker = async () => {
    for (const [at, one] of waiting) results[at] = await work(one);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** The whole paths of a mart's files, chosen by what they hold, to be read together. */
export function martFiles(
  root: string,
  marts: readonly ActivityMart[],
  isWanted: (mart: ActivityMart) => boolean,
): readonly string[] {
  return marts.filter(isWanted).map(({ path }) => join(root, path));
}

async function repeatedPrices(
  engine: Engine,
  { months, prices }: MartsToMake,
): Promise<readonly Refusal<"repeated-price">[]> {
  const years = [...new Set(months.flatMap(({ priceYears }) => priceYears))];
  const found = await Promise.all(
    years.map(async (year) =>
      (await findRepeatedPrices(engine, prices.get(year) ?? NO_PRICES, year)).map((facts) => ({ year, ...facts })),
    ),
  );
  return found.flat().map((facts) => ({ code: "repeated-price", facts }));
}

function pricedPieces(engine: Engine, { root, prices, terms }: MartsToMake, of: MonthOfActivity): readonly Piece[] {
  return of.priceYears.flatMap((priceYear) => {
    const { admitted, outpatient, emergency, marketForces: factors } = prices.get(priceYear) ?? NO_PRICES;
    const values = pricingValues(priceYear, terms);
    const { spells, attendances, emergency: arrivals } = of.files;
    const about = { mart: "practice-activity", month: of.month, priceYear } as const;
    return [
      piece(engine, { ...about, activity: "spells" }, practiceSpells, {
        root,
        files: { spells, prices: admitted, factors },
        values: values.spells,
      }),
      piece(engine, { ...about, activity: "attendances" }, practiceAttendances, {
        root,
        files: { attendances, prices: outpatient, procedures: admitted, factors },
        values: values.attendances,
      }),
      piece(engine, { ...about, activity: "emergency" }, practiceEmergency, {
        root,
        files: { attendances: arrivals, prices: emergency, factors },
        values: values.emergency,
      }),
    ].filter(({ activity }) => of.files[activity].length > 0);
  });
}

function plainPieces(engine: Engine, { root }: MartsToMake, { month, files }: MonthOfActivity): readonly Piece[] {
  const { costed, prescribing } = files;
  return [
    piece(engine, { mart: "practice-costed", activity: "costed", month }, practiceCosted, {
      root,
      files: { costed },
      values: {},
    }),
    piece(engine, { mart: "practice-prescribing", activity: "prescribing", month }, practicePrescribing, {
      root,
      files: { prescribing },
      values: {},
    }),
  ].filter(({ activity }) => files[activity].length > 0);
}

function piece<R extends Reads, T extends Columns, G extends Columns>(
  engine: Engine,
  about: Omit<Piece, "make">,
  model: Model<R, T, G>,
  making: Making<R, T>,
): Piece {
  return { ...about, make: () => engine.make(model, { ...making, partitionBy: "commissioner" }) };
}
