import { code, decimal, layout, pounds, text, whole } from "#platform/lake/index.ts";
import { FINANCIAL_YEAR, HRG, PROVIDER, TREATMENT_FUNCTION } from "./code-forms.ts";

const price = (from: string) => pounds(from, { required: false, least: 0 });
const days = (from: string) => whole(from, { required: false, most: 9_999 });

/** Prices of admitted care; a price that is not there does not apply. */
export const admittedPricesLayout = layout("prices-admitted", "Prices of admitted care, plain CSV", {
  price_year: code("price_year", FINANCIAL_YEAR),
  hrg: code("hrg", HRG),
  name: text("name"),
  day_case: price("day_case"),
  ordinary_elective: price("ordinary_elective"),
  elective_trim_days: days("elective_trim_days"),
  non_elective: price("non_elective"),
  non_elective_trim_days: days("non_elective_trim_days"),
  long_stay_day: price("long_stay_day"),
  short_stay_emergency: price("short_stay_emergency"),
  outpatient_procedure: price("outpatient_procedure"),
});

/** Prices of outpatient attendances by treatment function. */
export const outpatientPricesLayout = layout("prices-outpatient", "Prices of outpatient attendances, plain CSV", {
  price_year: code("price_year", FINANCIAL_YEAR),
  treatment_function: code("treatment_function", TREATMENT_FUNCTION),
  name: text("name"),
  first_single: price("first_single"),
  first_multi: price("first_multi"),
  follow_up_single: price("follow_up_single"),
  follow_up_multi: price("follow_up_multi"),
});

/** Prices of accident and emergency attendances by HRG and type of department. */
export const emergencyPricesLayout = layout("prices-emergency", "Prices of A&E attendances, plain CSV", {
  price_year: code("price_year", FINANCIAL_YEAR),
  hrg: code("hrg", HRG),
  name: text("name"),
  type_1_2: price("type_1_2"),
  type_3: price("type_3"),
});

/** Market forces factors by provider. */
export const marketForcesLayout = layout("market-forces", "Market forces factors, plain CSV", {
  price_year: code("price_year", FINANCIAL_YEAR),
  provider: code("provider", PROVIDER),
  name: text("name"),
  factor: decimal("factor"),
});
