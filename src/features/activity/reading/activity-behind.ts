import { join } from "node:path";
import { type Sight, sees } from "#platform/access/sight.ts";
import { TimeLimitPassed } from "#platform/engine/index.ts";
import {
  type ActivityRow,
  activityByCurrency,
  activityOf,
  activityRows,
  type CurrencyRow,
  type DrillRequest,
} from "../drill/drill-down.ts";
import { explainRow } from "../drill/explain-row.ts";
import { type PriceFiles, readPrices } from "../pricing/price-files.ts";
import { pricingTermsInForce } from "../pricing/terms-in-force.ts";
import type { PointOfDelivery } from "../rules/point-of-delivery.ts";
import type { PricedRow } from "../rules/priced-row.ts";
import type { Snapshot } from "../snapshot.ts";
import type { ActivityWiring } from "../wiring.ts";
import type { MonthSpan } from "./asked-activity.ts";

/** Which activity is asked for: a practice's, at one point of delivery, in some months of a snapshot. */
export interface ActivityAsked {
  readonly snapshot: Snapshot;
  /** Whose rows may be read for who asks. */
  readonly sight: Sight;
  readonly practice: string;
  readonly span: MonthSpan;
  readonly pointOfDelivery: PointOfDelivery;
}

/** One HRG or treatment function, or nothing for rows without; of one provider, or nothing for all. */
export interface RowsAsked extends ActivityAsked {
  readonly currency: string | null;
  readonly provider: string | null;
  /** From 1. */
  readonly page: number;
}

/** One row by the load that brought it and its number there. */
export interface RowAsked extends ActivityAsked {
  readonly load: string;
  readonly sourceRow: number;
}

/** A page of rows, and what all of them come to. */
export interface RowsPage {
  readonly rows: readonly ActivityRow[];
  readonly loaded: number;
  readonly pence: number;
  readonly pages: number;
}

type Reads = Pick<ActivityWiring, "engine" | "lake" | "rulebook">;

/** Milliseconds after which a look at rows is given up: a person is waiting, and so are others. */
const TIME_LIMIT = 10_000;
export const ROWS_A_PAGE = 50;

/** What is behind a figure by HRG or treatment function, provider and price status, dearest first. */
export function readCurrencies(reads: Reads, asked: ActivityAsked): Promise<readonly CurrencyRow[]> {
  return activityByCurrency(reads.engine, drillRequest(reads, asked));
}

/** A page of the rows behind one of those. */
export async function readRows(reads: Reads, asked: RowsAsked): Promise<RowsPage> {
  const { currency, provider, page } = asked;
  const request = drillRequest(reads, asked);
  const lines = (await activityByCurrency(reads.engine, request)).filter(
    (line) => line.currency === currency && (provider === null || line.provider === provider),
  );
  const loaded = lines.reduce((sum, line) => sum + line.rows_loaded, 0);
  const wanted = { ...request, currency, provider, count: ROWS_A_PAGE, skip: (page - 1) * ROWS_A_PAGE };
  return {
    rows: await activityRows(reads.engine, wanted),
    loaded,
    pence: lines.reduce((sum, line) => sum + line.pence, 0),
    pages: Math.max(1, Math.ceil(loaded / ROWS_A_PAGE)),
  };
}

/** One row with its price explained; nothing where the practice has no such row. */
export async function readRow(reads: Reads, asked: RowAsked): Promise<PricedRow | undefined> {
  const { practice, pointOfDelivery, load, sourceRow, snapshot } = asked;
  const { files, prices, terms } = drillRequest(reads, asked);
  const row = { activity: activityOf(pointOfDelivery), practice, load, sourceRow, files };
  return explainRow(reads.engine, row, await readPrices(reads.engine, prices, snapshot.budgetPrices), terms);
}

/** What work gives, or nothing where it took longer than a person should wait. */
export async function inTime<T>(work: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof TimeLimitPassed) return undefined;
    throw error;
  }
}

/** What a look behind figures reads: the files in sight, at the prices of the snapshot. */
export function drillRequest({ lake, rulebook }: Reads, asked: ActivityAsked): DrillRequest {
  const { snapshot, sight, practice, span, pointOfDelivery } = asked;
  const { budgetPrices, place, on } = snapshot;
  const months = sees(sight, snapshot.commissioner) ? snapshot.months : [];
  const activity = activityOf(pointOfDelivery);
  const whole = (paths: readonly string[]) => paths.map((path) => join(lake.root, path));
  const lists = snapshot.prices[budgetPrices] ?? NO_PRICES;
  return {
    practice,
    firstMonth: span.first,
    lastMonth: span.last,
    pointOfDelivery,
    priceYear: budgetPrices,
    terms: pricingTermsInForce(rulebook, place, on),
    files: months
      .filter(({ month }) => span.first <= month && month <= span.last)
      .flatMap(({ files }) => whole(files[activity])),
    prices: {
      admitted: whole(lists.admitted),
      outpatient: whole(lists.outpatient),
      emergency: whole(lists.emergency),
      marketForces: whole(lists.marketForces),
    },
    timeLimit: TIME_LIMIT,
  };
}

const NO_PRICES: PriceFiles = { admitted: [], outpatient: [], emergency: [], marketForces: [] };
