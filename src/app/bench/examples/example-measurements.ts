import type { Measurements } from "../measurements.ts";
import type { Time } from "../repeated.ts";
import { SIZES } from "../size.ts";

const time = (seconds: number): Time => ({ seconds, work: seconds * 2 });
const ran = <T>(found: T, peakBytes = 1e9) => ({ found, peakBytes });
const rows = { read: 10, accepted: 9, flagged: 2, rejected: 1 };
const DATASETS = ["spell", "attendance", "emergency"] as const;

/** Measurements in round figures: marts take eight times the reading, loading twice the copy and too much memory. */
export const EXAMPLE_MEASUREMENTS: Measurements = {
  size: SIZES.county,
  months: 2,
  read: ran({ engine: "duckdb", rows: 1_000_000, time: time(1) }),
  onePrice: ran({ year: time(8), month: time(4), again: time(0.01) }),
  twoPrices: ran({ year: time(15), baseline: time(0.5), baselineRows: 1_000, rows: 1_000_000, priced: 900_000 }),
  copy: ran(DATASETS.map((dataset) => ({ dataset, time: time(1) }))),
  load: ran(
    DATASETS.map((dataset) => ({ dataset, rows, time: time(2) })),
    2.5e9,
  ),
  allBudgets: ran({ practices: 160, time: time(1), first: 2 }),
  pctBudgets: ran({ practices: 100, time: time(0.5), first: 1 }),
};
