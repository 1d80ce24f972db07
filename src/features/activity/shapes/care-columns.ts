import { day, flag, optional, text, whole } from "#platform/engine/index.ts";

const person = {
  patient: optional(text),
  age: optional(whole),
  sex: optional(text),
  area: optional(text),
};

/** Stays with whose money they are, however a file names them. */
export const stayColumns = {
  source_row: whole,
  flags: optional(text),
  spell_id: text,
  provider: text,
  practice: text,
  commissioner: optional(text),
  ...person,
  admission_method: optional(text),
  patient_class: optional(text),
  admitted_on: day,
  discharged_on: day,
  episodes: whole,
  hrg: optional(text),
  treatment_function: optional(text),
  diagnoses: optional(text),
  procedures: optional(text),
};

/** Appointments with whose money they are, however a file names them. */
export const attendedColumns = {
  source_row: whole,
  attendance_id: text,
  provider: text,
  practice: text,
  commissioner: optional(text),
  ...person,
  attended_on: day,
  treatment_function: optional(text),
  first_attendance: optional(text),
  is_multi_professional: flag,
  attended: optional(text),
  referral_source: optional(text),
  hrg: optional(text),
};
