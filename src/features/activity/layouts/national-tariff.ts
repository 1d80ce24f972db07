import { chosen, code, decimal, layout, pounds, text, whole } from "#platform/lake/index.ts";
import { HRG, PROVIDER, TREATMENT_FUNCTION } from "./code-forms.ts";

/** A dash says that there is none. */
const NONE = { required: false, empties: ["-"] } as const;
const price = (from: string) => pounds(from, { ...NONE, least: 0 });
const days = (from: string) => whole(from, { ...NONE, most: 9_999 });

/** Admitted care in the national tariff's workbook. */
export const tariffAdmittedLayout = layout("national-tariff-admitted", "National tariff, admitted patient care", {
  hrg: code("hrg_code", HRG),
  name: text("hrg_name", { longest: 400 }),
  outpatient_procedure: price("outpatient_procedure_tariff"),
  day_case_or_elective: price("combined_daycase_ordinary_elective_tariff"),
  day_case: price("daycase_tariff"),
  ordinary_elective: price("ordinary_elective_tariff"),
  elective_trim_days: days("ordinary_elective_trim_point_days"),
  non_elective: price("non_elective_tariff"),
  non_elective_trim_days: days("non_elective_trim_point_days"),
  long_stay_day: price("per_day_long_stay_payment"),
  short_stay_applies: chosen("reduced_short_stay_emergency_applicable", ["Yes", "No"], NONE),
  short_stay_emergency: price("reduced_short_stay_emergency_tariff"),
});

/** Outpatient attendances in the national tariff's workbook. */
export const tariffOutpatientLayout = layout("national-tariff-outpatient", "National tariff, outpatient attendances", {
  treatment_function: code("treatment_function_code", TREATMENT_FUNCTION),
  name: text("treatment_function_name"),
  first_single: price("wf01b_first_single_professional"),
  first_multi: price("wf02b_first_multi_professional"),
  follow_up_single: price("wf01a_followup_single_professional"),
  follow_up_multi: price("wf02a_followup_multi_professional"),
});

/** Emergency medicine in the national tariff's workbook. */
export const tariffEmergencyLayout = layout("national-tariff-emergency", "National tariff, emergency medicine", {
  hrg: code("hrg_code", HRG),
  name: text("hrg_name", { longest: 400 }),
  type_1_2: price("type_1_and_2_departments"),
  type_3: price("type_3_departments"),
});

/** Market forces in the national tariff's workbook. */
export const tariffMarketForcesLayout = layout(
  "national-tariff-market-forces",
  "National tariff, market forces factor",
  {
    provider: code("provider_code", PROVIDER),
    name: text("provider_name"),
    factor: decimal("mff_payment_index"),
  },
);
