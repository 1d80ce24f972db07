import { chosen, code, codes, layout, text } from "#platform/lake/index.ts";
import { careDay } from "./care-day.ts";
import {
  ADMISSION_METHODS,
  ATTENDED,
  DEPARTMENT_TYPES,
  DIAGNOSIS,
  EMERGENCY_CATEGORIES,
  FIRST_ATTENDANCES,
  HRG,
  MAY_LACK,
  PATIENT_CLASSES,
  PRACTICE,
  PROCEDURE,
  PROVIDER,
  TREATMENT_FUNCTION,
} from "./code-forms.ts";
import { personFields } from "./person-fields.ts";

/** Hospital spells, one row each. */
export const spellsLayout = layout("spells", "Hospital spells, plain CSV", {
  spell_id: text("spell_id", { longest: 60 }),
  provider: code("provider", PROVIDER),
  practice: code("practice", PRACTICE),
  ...personFields("admitted_on"),
  admission_method: chosen("admission_method", ADMISSION_METHODS, MAY_LACK),
  patient_class: chosen("patient_class", PATIENT_CLASSES, MAY_LACK),
  admitted_on: careDay("admitted_on"),
  discharged_on: careDay("discharged_on"),
  hrg: code("hrg", HRG, MAY_LACK),
  treatment_function: code("treatment_function", TREATMENT_FUNCTION, MAY_LACK),
  diagnoses: codes("diagnoses", DIAGNOSIS, MAY_LACK),
  procedures: codes("procedures", PROCEDURE, MAY_LACK),
});

/** Outpatient appointments, one row each, kept or not. */
export const attendancesLayout = layout("attendances", "Outpatient attendances, plain CSV", {
  attendance_id: text("attendance_id", { longest: 60 }),
  provider: code("provider", PROVIDER),
  practice: code("practice", PRACTICE),
  ...personFields("attended_on"),
  attended_on: careDay("attended_on"),
  treatment_function: code("treatment_function", TREATMENT_FUNCTION, MAY_LACK),
  first_attendance: chosen("first_attendance", FIRST_ATTENDANCES, { wrong: "flag" }),
  professionals: chosen("professionals", ["single", "multi"], MAY_LACK),
  attended: chosen("attended", ATTENDED, { wrong: "flag" }),
  referral_source: text("referral_source", { ...MAY_LACK, longest: 20 }),
  hrg: code("hrg", HRG, MAY_LACK),
});

/** Accident and emergency attendances, one row each. */
export const emergencyLayout = layout("emergency", "A&E attendances, plain CSV", {
  attendance_id: text("attendance_id", { longest: 60 }),
  provider: code("provider", PROVIDER),
  practice: code("practice", PRACTICE),
  ...personFields("arrived_on"),
  arrived_on: careDay("arrived_on"),
  department_type: chosen("department_type", DEPARTMENT_TYPES, MAY_LACK),
  category: chosen("category", EMERGENCY_CATEGORIES, MAY_LACK),
  hrg: code("hrg", HRG, MAY_LACK),
});
