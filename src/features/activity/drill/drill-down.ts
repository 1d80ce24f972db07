import type { FinancialYear, Month } from "#kernel/period.ts";
import type { Engine, Row } from "#platform/engine/index.ts";
import type { PriceFiles } from "../pricing/price-files.ts";
import { pricingValues } from "../pricing/pricing-values.ts";
import type { PointOfDelivery } from "../rules/point-of-delivery.ts";
import type { PricingTerms } from "../rules/pricing-terms.ts";
import {
  attendanceRows,
  attendancesByCurrency,
  emergencyByCurrency,
  emergencyRows,
  spellRows,
  spellsByCurrency,
} from "./drill-models.ts";

export type PricedActivity = "spells" | "attendances" | "emergency";

/** What is behind a figure: one practice's activity at one point of delivery, over some months, at a year's prices. */
export interface DrillRequest {
  readonly practice: string;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly pointOfDelivery: PointOfDelivery;
  readonly priceYear: FinancialYear;
  readonly terms: PricingTerms;
  /** The lake's files of that kind of activity: give only those of the practice's commissioner and of the months. */
  readonly files: readonly string[];
  readonly prices: PriceFiles;
  /** Milliseconds after which the query is stopped. */
  readonly timeLimit: number;
}

/** A page of the rows of one HRG or treatment function; nothing as currency for rows without one, as provider for all. */
export interface RowsRequest extends DrillRequest {
  readonly currency: string | null;
  readonly provider: string | null;
  readonly count: number;
  readonly skip: number;
}

export type CurrencyRow = Row<typeof spellsByCurrency.columns>;
export type ActivityRow = Row<typeof spellRows.columns>;

/** Which kind of activity has a point of delivery, and so which files hold its rows. */
export function activityOf(pointOfDelivery: PointOfDelivery): PricedActivity {
  if (pointOfDelivery.startsWith("a-and-e-")) return "emergency";
  return pointOfDelivery.startsWith("outpatient-") ? "attendances" : "spells";
}

/** Activity behind a figure by HRG or treatment function, provider and price status, dearest first. */
export function activityByCurrency(engine: Engine, request: DrillRequest): Promise<readonly CurrencyRow[]> {
  const { timeLimit } = request;
  const { files, values } = pricedInputs(request);
  const about = windowOf(request);
  switch (activityOf(request.pointOfDelivery)) {
    case "spells":
      return engine.query(spellsByCurrency, { files: files.spells, values: { ...values.spells, ...about }, timeLimit });
    case "attendances":
      return engine.query(attendancesByCurrency, {
        files: files.attendances,
        values: { ...values.attendances, ...about },
        timeLimit,
      });
    case "emergency":
      return engine.query(emergencyByCurrency, {
        files: files.emergency,
        values: { ...values.emergency, ...about },
        timeLimit,
      });
  }
}

/** A page of the rows behind one HRG or treatment function, by day. */
export function activityRows(engine: Engine, request: RowsRequest): Promise<readonly ActivityRow[]> {
  const { timeLimit, currency, provider, count, skip } = request;
  const { files, values } = pricedInputs(request);
  const about = { ...windowOf(request), currency, provider, count, skip };
  switch (activityOf(request.pointOfDelivery)) {
    case "spells":
      return engine.query(spellRows, { files: files.spells, values: { ...values.spells, ...about }, timeLimit });
    case "attendances":
      return engine.query(attendanceRows, {
        files: files.attendances,
        values: { ...values.attendances, ...about },
        timeLimit,
      });
    case "emergency":
      return engine.query(emergencyRows, {
        files: files.emergency,
        values: { ...values.emergency, ...about },
        timeLimit,
      });
  }
}

function windowOf({ practice, firstMonth, lastMonth, pointOfDelivery }: DrillRequest) {
  return { practice, first_month: firstMonth, last_month: lastMonth, point_of_delivery: pointOfDelivery };
}

/** The values and files that the priced models of each kind of activity take. */
export function pricedInputs({ files, prices, priceYear, terms }: DrillRequest) {
  const { admitted, outpatient, emergency, marketForces: factors } = prices;
  return {
    values: pricingValues(priceYear, terms),
    files: {
      spells: { spells: files, prices: admitted, factors },
      attendances: { attendances: files, prices: outpatient, procedures: admitted, factors },
      emergency: { attendances: files, prices: emergency, factors },
    },
  };
}
