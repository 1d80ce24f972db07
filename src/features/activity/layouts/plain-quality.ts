import { code, decimal, layout, text, whole } from "#platform/lake/index.ts";
import { FINANCIAL_YEAR, PERIOD, PRACTICE } from "./code-forms.ts";

/** Patients on disease registers at a year's end. */
export const prevalenceLayout = layout("prevalence", "Disease prevalence, plain CSV", {
  practice: code("practice", PRACTICE),
  year: code("year", FINANCIAL_YEAR),
  register: text("register", { longest: 60 }),
  patients: whole("patients"),
  list_size: whole("list_size"),
});

/** Points that practices reached in the quality and outcomes framework. */
export const qofLayout = layout("qof", "QOF points, plain CSV", {
  practice: code("practice", PRACTICE),
  year: code("year", FINANCIAL_YEAR),
  points: decimal("points"),
});

/** Prescribing indicators, as what is counted and out of how much. */
export const indicatorsLayout = layout("indicators", "Prescribing indicators, plain CSV", {
  practice: code("practice", PRACTICE),
  period: code("period", PERIOD),
  indicator: text("indicator", { longest: 60 }),
  numerator: decimal("numerator"),
  denominator: decimal("denominator"),
});

/** What figures are elsewhere, to set one's own against. */
export const benchmarksLayout = layout("benchmarks", "Benchmarks, plain CSV", {
  measure: text("measure", { longest: 60 }),
  area: text("area", { longest: 60 }),
  period: code("period", PERIOD),
  value: decimal("value", { least: -999_999_999 }),
  unit: text("unit", { longest: 60 }),
  source: text("source"),
});
