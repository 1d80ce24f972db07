import { type Found, inChild, type Ran } from "./child.ts";
import { type BenchSize, PRACTICES_OF_A_PCT } from "./size.ts";
import type { Tell } from "./tell.ts";

/** All that a run of the benchmark found. */
export interface Measurements {
  readonly size: BenchSize;
  readonly months: number;
  readonly read: Ran<Found<"readBare">>;
  readonly onePrice: Ran<Found<"onePrice">>;
  readonly twoPrices: Ran<Found<"twoPrices">>;
  readonly copy: Ran<Found<"copyMonth">>;
  readonly load: Ran<Found<"loadMonth">>;
  readonly allBudgets: Ran<Found<"budgets">>;
  readonly pctBudgets: Ran<Found<"budgets">>;
}

export interface Measuring {
  readonly work: string;
  readonly size: BenchSize;
  readonly months: number;
  readonly tell: Tell;
  readonly signal: AbortSignal;
}

/** Makes what is needed and measures one thing after the other, each in a process of its own. */
export async function measureAll({ work, size, months: count, ...effects }: Measuring): Promise<Measurements> {
  const { found: months } = await inChild("makeYear", { work, size, months: count }, effects);
  const { found: files } = await inChild("makeMonth", { work, size }, effects);
  const { found: prices } = await inChild("loadStanding", { work, standing: files.standing }, effects);
  const pricing = { work, months, prices };
  const loading = { work, files: files.month };
  const { seed, practices } = size;
  return {
    size,
    months: count,
    read: await inChild("readBare", { work, months }, effects),
    onePrice: await inChild("onePrice", pricing, effects),
    twoPrices: await inChild("twoPrices", pricing, effects),
    copy: await inChild("copyMonth", loading, effects),
    load: await inChild("loadMonth", loading, effects),
    allBudgets: await inChild("budgets", { practices, seed }, effects),
    pctBudgets: await inChild("budgets", { practices: PRACTICES_OF_A_PCT, seed }, effects),
  };
}
