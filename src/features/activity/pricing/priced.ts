import { type Column, day, flag, model, optional, text, whole } from "#platform/engine/index.ts";
import type { PointOfDelivery } from "../rules/point-of-delivery.ts";
import type { PriceStatus } from "../rules/price-status.ts";
import {
  admittedPriceTable,
  attendanceTable,
  emergencyPriceTable,
  emergencyTable,
  marketForcesTable,
  outpatientPriceTable,
  spellTable,
} from "../tables.ts";

export const pointOfDeliveryColumn = text as Column<PointOfDelivery>;
export const priceStatusColumn = text as Column<PriceStatus>;

/** What every priced row carries, whatever kind of activity it is, so that marts and drill-downs are one SELECT each. */
export const pricedColumns = {
  commissioner: text,
  month: text,
  practice: text,
  provider: text,
  /** The row's own number: of its spell or attendance. */
  row_id: text,
  load: text,
  source_row: whole,
  flags: text,
  /** The day of discharge, attendance or arrival. */
  happened_on: day,
  point_of_delivery: pointOfDeliveryColumn,
  /** What the price list prices it by: an HRG, or a treatment function. */
  currency: optional(text),
  currency_name: optional(text),
  status: priceStatusColumn,
  bed_days: whole,
  long_stay_days: whole,
  base_pence: whole,
  long_stay_pence: whole,
  pence: whole,
};

const common = { price_year: text, pays_market_forces: flag };

/** Spells at a year's prices. */
export const pricedSpells = model(new URL("priced-spells.sql", import.meta.url), {
  reads: { spells: spellTable, prices: admittedPriceTable, factors: marketForcesTable },
  takes: {
    ...common,
    short_stay_under_days: whole,
    pays_long_stay_days: flag,
    day_case_classes: text,
    excluded_classes: text,
  },
  gives: pricedColumns,
});

/** Outpatient attendances at a year's prices. */
export const pricedAttendances = model(new URL("priced-attendances.sql", import.meta.url), {
  reads: {
    attendances: attendanceTable,
    prices: outpatientPriceTable,
    procedures: admittedPriceTable,
    factors: marketForcesTable,
  },
  takes: { ...common, pays_procedures: flag },
  gives: pricedColumns,
});

/** Accident and emergency attendances at a year's prices. */
export const pricedEmergency = model(new URL("priced-emergency.sql", import.meta.url), {
  reads: { attendances: emergencyTable, prices: emergencyPriceTable, factors: marketForcesTable },
  takes: { ...common, type_1_2_departments: text, type_3_departments: text, unpriced_departments: text },
  gives: pricedColumns,
});
