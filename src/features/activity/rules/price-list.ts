import type { FinancialYear } from "#kernel/period.ts";

/**
 * Prices of one HRG in admitted care, in pence; nothing where a price does not apply. Source: national-tariff-2017-19
 * ¶admitted-1 to ¶admitted-5, ¶outpatients-2.
 */
export interface AdmittedPrice {
  readonly hrg: string;
  readonly day_case_pence: number | null;
  readonly ordinary_elective_pence: number | null;
  readonly elective_trim_days: number | null;
  readonly non_elective_pence: number | null;
  readonly non_elective_trim_days: number | null;
  readonly long_stay_day_pence: number | null;
  readonly short_stay_emergency_pence: number | null;
  readonly outpatient_procedure_pence: number | null;
}

/** Prices of one treatment function's attendances, in pence. Source: national-tariff-2017-19 ¶outpatients-1. */
export interface OutpatientPrice {
  readonly treatment_function: string;
  readonly first_single_pence: number | null;
  readonly first_multi_pence: number | null;
  readonly follow_up_single_pence: number | null;
  readonly follow_up_multi_pence: number | null;
}

/** Prices of one HRG in emergency departments, in pence. Source: national-tariff-2017-19 ¶emergency-1. */
export interface EmergencyPrice {
  readonly hrg: string;
  readonly type_1_2_pence: number | null;
  readonly type_3_pence: number | null;
}

/** A year's price lists, by code, and each provider's market forces factor in millionths. An empty list is one not loaded. */
export interface Prices {
  readonly year: FinancialYear;
  readonly admitted: ReadonlyMap<string, AdmittedPrice>;
  readonly outpatient: ReadonlyMap<string, OutpatientPrice>;
  readonly emergency: ReadonlyMap<string, EmergencyPrice>;
  /** Source: national-tariff-2017-19 ¶market-forces-1. */
  readonly marketForces: ReadonlyMap<string, number>;
}
