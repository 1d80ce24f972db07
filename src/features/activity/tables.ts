import { day, flag, optional, table, text, whole } from "#platform/engine/index.ts";

/** What every accepted row carries: whose money it is, when it counts, which load brought it and what is odd about it. */
const provenance = {
  commissioner: text,
  month: text,
  load: text,
  source_row: whole,
  /** Codes of what was found questionable, joined by spaces; empty where nothing was. */
  flags: text,
};

/** Whom care was for. The pseudonym and the derived age and area stand for what identifies a person. */
const person = {
  patient: optional(text),
  age: optional(whole),
  /** `1` male, `2` female, as in the NHS Data Dictionary; nothing where not known. */
  sex: optional(text),
  area: optional(text),
};

/** Hospital provider spells, by the month of discharge. */
export const spellTable = table("spell", {
  ...provenance,
  spell_id: text,
  provider: text,
  practice: text,
  ...person,
  admission_method: optional(text),
  /** `elective`, `emergency`, `maternity`, `transfer`, `other` or nothing where the method is not known. */
  admission_kind: optional(text),
  /** NHS Data Dictionary patient classification: 1 ordinary, 2 day case, 3 and 4 regular attenders, 5 mother and baby. */
  patient_class: optional(text),
  admitted_on: day,
  discharged_on: day,
  length_of_stay: whole,
  episodes: whole,
  hrg: optional(text),
  treatment_function: optional(text),
  /** ICD-10 codes without dots, primary first, joined by spaces. */
  diagnoses: optional(text),
  procedures: optional(text),
});

/** Outpatient appointments, by the month of the appointment. */
export const attendanceTable = table("attendance", {
  ...provenance,
  attendance_id: text,
  provider: text,
  practice: text,
  ...person,
  attended_on: day,
  treatment_function: optional(text),
  is_first: flag,
  is_by_telephone: flag,
  is_multi_professional: flag,
  /** Whether the patient was seen; only then is the attendance paid for. */
  was_seen: flag,
  referral_source: optional(text),
  hrg: optional(text),
});

/** Accident and emergency attendances, by the month of arrival. */
export const emergencyTable = table("emergency", {
  ...provenance,
  attendance_id: text,
  provider: text,
  practice: text,
  ...person,
  arrived_on: day,
  /** 1 major, 2 single specialty, 3 minor injury unit, 4 walk-in centre. */
  department_type: optional(text),
  category: optional(text),
  hrg: optional(text),
});

/** Lines that somebody else has costed already: contracts outside the tariff. */
export const costedTable = table("costed", {
  ...provenance,
  practice: text,
  service_line: text,
  provider: optional(text),
  description: text,
  quantity: optional(whole),
  cost_pence: whole,
});

export const referralTable = table("referral", {
  ...provenance,
  referral_id: text,
  practice: text,
  received_on: day,
  provider: optional(text),
  treatment_function: optional(text),
  source: optional(text),
  priority: optional(text),
});

/** What a practice's prescriptions cost in a month: actual cost, not net ingredient cost. */
export const prescribingTable = table("prescribing", {
  ...provenance,
  practice: text,
  items: whole,
  actual_cost_pence: whole,
});

/** Prices of admitted care by HRG, in pence; nothing where a price does not apply. */
export const admittedPriceTable = table("prices-admitted", {
  price_year: text,
  hrg: text,
  name: text,
  day_case_pence: optional(whole),
  ordinary_elective_pence: optional(whole),
  elective_trim_days: optional(whole),
  non_elective_pence: optional(whole),
  non_elective_trim_days: optional(whole),
  long_stay_day_pence: optional(whole),
  /** Present exactly where the price list marks the HRG for the reduced short-stay emergency price. */
  short_stay_emergency_pence: optional(whole),
  outpatient_procedure_pence: optional(whole),
});

export const outpatientPriceTable = table("prices-outpatient", {
  price_year: text,
  treatment_function: text,
  name: text,
  first_single_pence: optional(whole),
  first_multi_pence: optional(whole),
  follow_up_single_pence: optional(whole),
  follow_up_multi_pence: optional(whole),
});

export const emergencyPriceTable = table("prices-emergency", {
  price_year: text,
  hrg: text,
  name: text,
  type_1_2_pence: optional(whole),
  type_3_pence: optional(whole),
});

/** The market forces factor by provider, in millionths: 1.015265 is 1,015,265. */
export const marketForcesTable = table("market-forces", {
  price_year: text,
  provider: text,
  name: text,
  factor_millionths: whole,
});

/** Which load a row came with, and what is odd about it. */
const source = { load: text, source_row: whole, flags: text };

/** The same of a standing fact of a practice, with the PCT whose practice it was. */
const owned = { commissioner: text, ...source };

/** Patients on a disease register at a year's end, out of the practice's list. */
export const prevalenceTable = table("prevalence", {
  ...owned,
  practice: text,
  year: text,
  register: text,
  patients: whole,
  list_size: whole,
});

/** Points in the quality and outcomes framework, in millionths of a point. */
export const qofTable = table("qof", { ...owned, practice: text, year: text, points_millionths: whole });

/** Prescribing indicators: what is counted and out of how much, in millionths. */
export const indicatorTable = table("indicator", {
  ...owned,
  practice: text,
  /** A financial year, a quarter of one such as `2008/09 Q1`, or a month. */
  period: text,
  indicator: text,
  numerator_millionths: whole,
  denominator_millionths: whole,
});

/** What a measure is elsewhere, in millionths of its unit. */
export const benchmarkTable = table("benchmark", {
  ...source,
  measure: text,
  area: text,
  period: text,
  value_millionths: whole,
  unit: text,
  source: text,
});
