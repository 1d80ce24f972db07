import { flag, optional, table, text, whole } from "#platform/engine/index.ts";

/** Whole numbers from nought up; two of them count rows. */
export const numberTable = table("number", { number: whole });

/** Where patients are registered: a practice has as many slots as it is large, so that a slot drawn evenly is fair. */
export const placeTable = table("place", {
  slot: whole,
  practice: text,
  practice_number: whole,
  commissioner: text,
  area: text,
  near_provider: text,
  far_provider: text,
});

const person = { age: whole, sex: text, is_near: flag };

/** Spells to be copied, each with a patient of the right age and sex. */
export const spellTemplateTable = table("spell-template", {
  template: whole,
  ...person,
  admission_method: text,
  admission_kind: text,
  patient_class: text,
  length_of_stay: whole,
  hrg: text,
  treatment_function: text,
  diagnoses: text,
  procedures: optional(text),
});

export const attendanceTemplateTable = table("attendance-template", {
  template: whole,
  ...person,
  treatment_function: text,
  is_first: flag,
  is_by_telephone: flag,
  is_multi_professional: flag,
  was_seen: flag,
  referral_source: text,
  hrg: optional(text),
});

export const emergencyTemplateTable = table("emergency-template", {
  template: whole,
  ...person,
  department_type: text,
  category: text,
  hrg: text,
});
