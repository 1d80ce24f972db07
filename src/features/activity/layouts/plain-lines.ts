import { code, layout, month, pounds, text, whole } from "#platform/lake/index.ts";
import { careDay } from "./care-day.ts";
import { MAY_LACK, PRACTICE, PROVIDER, TREATMENT_FUNCTION } from "./code-forms.ts";

/** Lines that somebody else has costed. */
export const costedLayout = layout("costed", "Lines already costed, plain CSV", {
  practice: code("practice", PRACTICE),
  month: month("month"),
  service_line: text("service_line", { longest: 60 }),
  provider: code("provider", PROVIDER, MAY_LACK),
  description: text("description"),
  quantity: whole("quantity", { ...MAY_LACK, least: -999_999_999 }),
  cost: pounds("cost"),
});

/** Referrals as a referral system holds them, without the patient. */
export const referralsLayout = layout("referrals", "Referrals, plain CSV", {
  referral_id: text("referral_id", { longest: 60 }),
  practice: code("practice", PRACTICE),
  received_on: careDay("received_on"),
  provider: code("provider", PROVIDER, MAY_LACK),
  treatment_function: code("treatment_function", TREATMENT_FUNCTION, MAY_LACK),
  source: text("source", { ...MAY_LACK, longest: 20 }),
  priority: text("priority", { ...MAY_LACK, longest: 20 }),
});

/** What a practice's prescriptions cost in a month. */
export const prescribingLayout = layout("prescribing", "Prescribing by month, plain CSV", {
  practice: code("practice", PRACTICE),
  month: month("month"),
  items: whole("items"),
  actual_cost: pounds("actual_cost"),
});
