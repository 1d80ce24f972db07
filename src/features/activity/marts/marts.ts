import {
  type Beneath,
  type Columns,
  model,
  modelOver,
  type Reads,
  table,
  text,
  whole,
} from "#platform/engine/index.ts";
import {
  pointOfDeliveryColumn,
  pricedAttendances,
  pricedEmergency,
  pricedSpells,
  priceStatusColumn,
} from "../pricing/priced.ts";
import { costedTable, prescribingTable } from "../tables.ts";

/** What practices' patients had in a month, by point of delivery and price status, and what it cost at a year's prices. */
export const practiceActivityTable = table("practice-activity", {
  commissioner: text,
  practice: text,
  month: text,
  /** The year whose price lists were used; another than the month's own where it was re-priced, or where one stands in. */
  price_year: text,
  point_of_delivery: pointOfDeliveryColumn,
  status: priceStatusColumn,
  rows_loaded: whole,
  /** All rows of a priced status, none of another. */
  rows_priced: whole,
  bed_days: whole,
  long_stay_days: whole,
  base_pence: whole,
  long_stay_pence: whole,
  market_forces_pence: whole,
  /** The three above added up. */
  pence: whole,
});

function overPriced<R extends Reads, T extends Columns>(priced: Beneath<R, T>["model"]) {
  return modelOver({ name: "priced", model: priced }, new URL("practice-activity.sql", import.meta.url), {
    reads: {},
    takes: { price_year: text },
    gives: practiceActivityTable.columns,
  });
}

/** The marts of priced activity, one for each kind; they have the same columns and are read together. */
export const practiceSpells = overPriced(pricedSpells);
export const practiceAttendances = overPriced(pricedAttendances);
export const practiceEmergency = overPriced(pricedEmergency);

/** Costed lines by practice, month and service line. */
export const practiceCosted = model(new URL("practice-costed.sql", import.meta.url), {
  reads: { costed: costedTable },
  takes: {},
  gives: { commissioner: text, practice: text, month: text, service_line: text, rows_loaded: whole, pence: whole },
});

/** Prescribing spend by practice and month. */
export const practicePrescribing = model(new URL("practice-prescribing.sql", import.meta.url), {
  reads: { prescribing: prescribingTable },
  takes: {},
  gives: { commissioner: text, practice: text, month: text, items: whole, pence: whole },
});
