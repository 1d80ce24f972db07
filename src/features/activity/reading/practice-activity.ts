import type { Month } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import { activityByStatus, practiceBaseline } from "../marts/readings.ts";
import type { PointOfDelivery } from "../rules/point-of-delivery.ts";
import { isPriced, type PriceStatus, type UnpricedReason } from "../rules/price-status.ts";
import { activityMartFiles } from "../snapshot.ts";
import type { ActivityWiring } from "../wiring.ts";
import type { ActivityAsked } from "./activity-behind.ts";

/** Counts and money of activity; loaded = priced + unpriced. */
export interface ActivityTotal {
  readonly loaded: number;
  readonly priced: number;
  readonly unpriced: number;
  readonly bedDays: number;
  readonly pence: number;
}

export interface PointTotal extends ActivityTotal {
  readonly pointOfDelivery: PointOfDelivery;
}

/** Rows of one point of delivery that have no price, for one reason. */
export interface UnpricedRows {
  readonly status: UnpricedReason;
  readonly pointOfDelivery: PointOfDelivery;
  readonly rows: number;
}

/** A month at the prices of its own year and at those of the budget year. */
export interface MonthTotal {
  readonly month: Month;
  readonly loaded: number;
  readonly ownPence: number;
  readonly budgetPence: number;
}

/** What a practice's patients had in some months, and what it cost at the budget year's prices. */
export interface PracticeActivity {
  readonly total: ActivityTotal;
  /** The dearest first. */
  readonly points: readonly PointTotal[];
  /** The most rows first. */
  readonly unpriced: readonly UnpricedRows[];
  /** Rows priced at a market forces factor of 1, since none is loaded for their provider. */
  readonly withoutMarketForces: number;
  readonly months: readonly MonthTotal[];
}

/** Whose activity is asked for, of which snapshot and months, and by whom. */
type PracticeAsked = Pick<ActivityAsked, "snapshot" | "sight" | "practice" | "span">;

interface StatusRow {
  readonly point_of_delivery: PointOfDelivery;
  readonly status: PriceStatus;
  readonly rows_loaded: number;
  readonly bed_days: number;
  readonly pence: number;
}

/**
 * Reads a practice's activity of a snapshot from its marts; throws NotFound for a practice that neither the snapshot nor
 * the directory knows.
 */
export async function readPracticeActivity(
  { engine, lake, directory }: Pick<ActivityWiring, "engine" | "lake" | "directory">,
  { snapshot, sight, practice, span }: PracticeAsked,
): Promise<PracticeActivity> {
  const values = { first_month: span.first, last_month: span.last };
  const [own, budget] = (["own", "budget"] as const).map((prices) =>
    activityMartFiles(lake.root, snapshot, prices, sight),
  );
  const [byStatus, byMonth] = await Promise.all([
    engine.query(activityByStatus, { files: { activity: budget ?? [] }, values }),
    engine.query(practiceBaseline, { files: { own_year: own ?? [], budget_year: budget ?? [] }, values }),
  ]);
  const rows = byStatus.filter((row) => row.practice === practice);
  if (rows.length === 0 && !(await directory()).organisations.has(practice)) {
    throw new NotFound(`Neither the directory nor snapshot ${snapshot.id} knows a practice ${practice}.`);
  }
  return {
    total: totalOf(rows),
    points: pointsOf(rows),
    unpriced: rows
      .flatMap(({ status, point_of_delivery: pointOfDelivery, rows_loaded }): readonly UnpricedRows[] =>
        isPriced(status) ? [] : [{ status, pointOfDelivery, rows: rows_loaded }],
      )
      .toSorted((a, b) => b.rows - a.rows),
    withoutMarketForces: sumOf(
      rows.filter(({ status }) => status === "priced-without-market-forces"),
      ({ rows_loaded }) => rows_loaded,
    ),
    months: monthsOf(byMonth.filter((row) => row.practice === practice)),
  };
}

function pointsOf(rows: readonly StatusRow[]): readonly PointTotal[] {
  const byPoint = Map.groupBy(rows, ({ point_of_delivery }) => point_of_delivery);
  return [...byPoint]
    .map(([pointOfDelivery, own]) => ({ pointOfDelivery, ...totalOf(own) }))
    .toSorted((a, b) => b.pence - a.pence || b.loaded - a.loaded);
}

function totalOf(rows: readonly StatusRow[]): ActivityTotal {
  const loaded = sumOf(rows, ({ rows_loaded }) => rows_loaded);
  const unpriced = sumOf(rows, ({ status, rows_loaded }) => (isPriced(status) ? 0 : rows_loaded));
  const priced = sumOf(rows, ({ status, rows_loaded }) => (isPriced(status) ? rows_loaded : 0));
  return {
    ...{ loaded, priced, unpriced },
    bedDays: sumOf(rows, ({ bed_days }) => bed_days),
    pence: sumOf(rows, ({ pence }) => pence),
  };
}

interface BaselineRow {
  readonly month: string;
  readonly budget_rows: number;
  readonly own_pence: number;
  readonly budget_pence: number;
}

function monthsOf(rows: readonly BaselineRow[]): readonly MonthTotal[] {
  return [...Map.groupBy(rows, ({ month }) => month)]
    .map(([month, own]) => ({
      month: month as Month,
      loaded: sumOf(own, ({ budget_rows }) => budget_rows),
      ownPence: sumOf(own, ({ own_pence }) => own_pence),
      budgetPence: sumOf(own, ({ budget_pence }) => budget_pence),
    }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

function sumOf<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
