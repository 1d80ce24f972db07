import {
  type Beneath,
  type Columns,
  day,
  modelOver,
  optional,
  type Reads,
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

const window = { practice: text, first_month: text, last_month: text, point_of_delivery: pointOfDeliveryColumn };

const money = { base_pence: whole, long_stay_pence: whole, market_forces_pence: whole, pence: whole };

function byCurrency<R extends Reads, T extends Columns>(priced: Beneath<R, T>["model"]) {
  return modelOver({ name: "priced", model: priced }, new URL("activity-by-currency.sql", import.meta.url), {
    reads: {},
    takes: window,
    gives: {
      currency: optional(text),
      currency_name: optional(text),
      provider: text,
      status: priceStatusColumn,
      rows_loaded: whole,
      bed_days: whole,
      pence: whole,
    },
  });
}

function rows<R extends Reads, T extends Columns>(priced: Beneath<R, T>["model"]) {
  return modelOver({ name: "priced", model: priced }, new URL("activity-rows.sql", import.meta.url), {
    reads: {},
    takes: { ...window, currency: optional(text), provider: optional(text), count: whole, skip: whole },
    gives: {
      row_id: text,
      happened_on: day,
      provider: text,
      currency: optional(text),
      currency_name: optional(text),
      status: priceStatusColumn,
      load: text,
      source_row: whole,
      flags: text,
      bed_days: whole,
      long_stay_days: whole,
      ...money,
    },
  });
}

/** What lies behind one practice's figure, by HRG or treatment function and provider, dearest first. */
export const spellsByCurrency = byCurrency(pricedSpells);
export const attendancesByCurrency = byCurrency(pricedAttendances);
export const emergencyByCurrency = byCurrency(pricedEmergency);

/** The rows behind one of those, a page at a time. */
export const spellRows = rows(pricedSpells);
export const attendanceRows = rows(pricedAttendances);
export const emergencyRows = rows(pricedEmergency);
