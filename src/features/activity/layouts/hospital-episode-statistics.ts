import { chosen, code, codes, layout, pseudonym, text, whole } from "#platform/lake/index.ts";
import { careDay, dayIfKnown } from "./care-day.ts";
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
import { sexField } from "./person-fields.ts";

const NOT_KNOWN = ["&"];
const knownCode = (from: string, form: typeof HRG | typeof TREATMENT_FUNCTION) =>
  code(from, form, { ...MAY_LACK, empties: NOT_KNOWN });

/** Whole years, or for babies a code from 7001 to 7007. */
const age = (from: string) => whole(from, { ...MAY_LACK, most: 9_999 });

/** `DIAG_4_01`, `DIAG_4_02` and so on. */
const numbered = (stem: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${stem}_${String(at + 1).padStart(2, "0")}`);

/**
 * Admitted patient care: one row an episode. A practice that is not known is no fault of the row here, since another
 * episode of the spell may know it; so it is looked for when the spell is.
 */
export const episodesLayout = layout("hes-admitted", "Hospital Episode Statistics, admitted patient care", {
  episode_id: text("EPIKEY", { longest: 60 }),
  provider: code("PROCODE3", PROVIDER),
  practice: code("GPPRAC", PRACTICE, { ...MAY_LACK, empties: NOT_KNOWN }),
  patient: pseudonym("PSEUDO_HESID", { checked: "not at all" }),
  sex: sexField("SEX"),
  age: age("STARTAGE"),
  admission_method: chosen("ADMIMETH", ADMISSION_METHODS, { ...MAY_LACK, empties: ["98", "99"] }),
  patient_class: chosen("CLASSPAT", PATIENT_CLASSES, { ...MAY_LACK, empties: ["8", "9"] }),
  admitted_on: careDay("ADMIDATE"),
  discharged_on: dayIfKnown("DISDATE"),
  episode_order: whole("EPIORDER", { ...MAY_LACK, least: 1, most: 97, empties: ["98", "99"] }),
  episode_status: chosen("EPISTAT", ["1", "3", "9"], MAY_LACK),
  began_on: dayIfKnown("EPISTART"),
  ended_on: dayIfKnown("EPIEND"),
  hrg: knownCode("SUSHRG", HRG),
  treatment_function: knownCode("TRETSPEF", TREATMENT_FUNCTION),
  diagnoses: codes({ each: numbered("DIAG_4", 20) }, DIAGNOSIS, { ...MAY_LACK, empties: ["-", "&"] }),
  procedures: codes({ each: numbered("OPERTN_4", 24) }, PROCEDURE, { ...MAY_LACK, empties: ["-", "&"] }),
});

/** Outpatients: one row an appointment. */
export const hesOutpatientsLayout = layout("hes-outpatients", "Hospital Episode Statistics, outpatients", {
  attendance_id: text("ATTENDKEY", { longest: 60 }),
  provider: code("PROCODE3", PROVIDER),
  practice: code("GPPRAC", PRACTICE, { empties: NOT_KNOWN }),
  patient: pseudonym("PSEUDO_HESID", { ...MAY_LACK, checked: "not at all" }),
  sex: sexField("SEX"),
  age: age("APPTAGE"),
  attended_on: careDay("APPTDATE"),
  treatment_function: knownCode("TRETSPEF", TREATMENT_FUNCTION),
  first_attendance: chosen("FIRSTATT", FIRST_ATTENDANCES, { ...MAY_LACK, empties: ["9", "X"] }),
  attended: chosen("ATTENDED", ATTENDED, { ...MAY_LACK, empties: ["9"] }),
  referral_source: text("REFSOURC", { ...MAY_LACK, longest: 20 }),
  hrg: knownCode("SUSHRG", HRG),
});

/** Accident and emergency: one row an attendance. */
export const hesEmergencyLayout = layout("hes-emergency", "Hospital Episode Statistics, A&E", {
  attendance_id: text("AEKEY", { longest: 60 }),
  provider: code("PROCODE3", PROVIDER),
  practice: code("GPPRAC", PRACTICE, { empties: NOT_KNOWN }),
  patient: pseudonym("PSEUDO_HESID", { ...MAY_LACK, checked: "not at all" }),
  sex: sexField("SEX"),
  age: age("ARRIVALAGE"),
  arrived_on: careDay("ARRIVALDATE"),
  department_type: chosen("AEDEPTTYPE", DEPARTMENT_TYPES, { ...MAY_LACK, empties: ["99"] }),
  category: chosen("AEATTENDCAT", EMERGENCY_CATEGORIES, { ...MAY_LACK, empties: ["9"] }),
  hrg: knownCode("SUSHRG", HRG),
});
