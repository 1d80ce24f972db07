import { model, text, whole } from "#platform/engine/index.ts";
import { pointOfDeliveryColumn, priceStatusColumn } from "../pricing/priced.ts";
import { practiceActivityTable } from "./marts.ts";

const months = { first_month: text, last_month: text };

/**
 * The historic baseline: a window's activity at its own years' prices and at the budget year's. The files say which is
 * which: `own_year` has each month at its own year's prices, `budget_year` the same months at the budget year's.
 */
export const practiceBaseline = model(new URL("practice-baseline.sql", import.meta.url), {
  reads: { own_year: practiceActivityTable, budget_year: practiceActivityTable },
  takes: months,
  gives: {
    practice: text,
    month: text,
    point_of_delivery: pointOfDeliveryColumn,
    own_rows: whole,
    own_rows_priced: whole,
    own_pence: whole,
    budget_rows: whole,
    budget_rows_priced: whole,
    budget_pence: whole,
    budget_base_pence: whole,
    budget_long_stay_pence: whole,
    budget_market_forces_pence: whole,
  },
});

/** Priced and unpriced activity of a window at one year's prices, so that what has no price is listed with its reason. */
export const activityByStatus = model(new URL("activity-by-status.sql", import.meta.url), {
  reads: { activity: practiceActivityTable },
  takes: months,
  gives: {
    practice: text,
    point_of_delivery: pointOfDeliveryColumn,
    status: priceStatusColumn,
    rows_loaded: whole,
    bed_days: whole,
    pence: whole,
  },
});
