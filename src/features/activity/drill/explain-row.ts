import { type Engine, flag, model, optional, text, whole } from "#platform/engine/index.ts";
import { priceAttendance } from "../rules/price-attendance.ts";
import { priceEmergency } from "../rules/price-emergency.ts";
import type { Prices } from "../rules/price-list.ts";
import { priceSpell } from "../rules/price-spell.ts";
import type { PricedRow } from "../rules/priced-row.ts";
import type { PricingTerms } from "../rules/pricing-terms.ts";
import { attendanceTable, emergencyTable, spellTable } from "../tables.ts";
import type { PricedActivity } from "./drill-down.ts";

const takes = { practice: text, load: text, source_row: whole };

export const spellToPrice = model(new URL("spell-to-price.sql", import.meta.url), {
  reads: { spells: spellTable },
  takes,
  gives: {
    provider: text,
    admission_kind: optional(text),
    patient_class: optional(text),
    length_of_stay: whole,
    hrg: optional(text),
  },
});
export const attendanceToPrice = model(new URL("attendance-to-price.sql", import.meta.url), {
  reads: { attendances: attendanceTable },
  takes,
  gives: {
    provider: text,
    treatment_function: optional(text),
    is_first: flag,
    is_by_telephone: flag,
    is_multi_professional: flag,
    was_seen: flag,
    hrg: optional(text),
  },
});
export const emergencyToPrice = model(new URL("emergency-to-price.sql", import.meta.url), {
  reads: { attendances: emergencyTable },
  takes,
  gives: { provider: text, department_type: optional(text), hrg: optional(text) },
});

/** Which row: a practice's, by the load that brought it and its number there. */
export interface RowToExplain {
  readonly activity: PricedActivity;
  readonly practice: string;
  readonly load: string;
  readonly sourceRow: number;
  /** The lake's files of that kind of activity in the row's month. */
  readonly files: readonly string[];
}

/** One row with its price explained by the same rule that the marts apply to all; nothing where there is no such row. */
export async function explainRow(
  engine: Engine,
  row: RowToExplain,
  prices: Prices,
  terms: PricingTerms,
): Promise<PricedRow | undefined> {
  const values = { practice: row.practice, load: row.load, source_row: row.sourceRow };
  const { files } = row;
  switch (row.activity) {
    case "spells": {
      const [spell] = await engine.query(spellToPrice, { files: { spells: files }, values });
      return spell && priceSpell(spell, prices, terms);
    }
    case "attendances": {
      const [attendance] = await engine.query(attendanceToPrice, { files: { attendances: files }, values });
      return attendance && priceAttendance(attendance, prices, terms);
    }
    case "emergency": {
      const [arrival] = await engine.query(emergencyToPrice, { files: { attendances: files }, values });
      return arrival && priceEmergency(arrival, prices, terms);
    }
  }
}
