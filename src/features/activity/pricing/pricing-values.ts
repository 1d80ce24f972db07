import type { FinancialYear } from "#kernel/period.ts";
import type { PricingTerms } from "../rules/pricing-terms.ts";

/** The rules of pricing as parameters of the priced models, for a year's prices. */
export function pricingValues(priceYear: FinancialYear, terms: PricingTerms) {
  const common = {
    price_year: priceYear,
    pays_market_forces: terms.marketForcesPaidBy.cited.value === "commissioner",
  };
  return {
    spells: {
      ...common,
      short_stay_under_days: terms.shortStayUnderDays.cited.value,
      pays_long_stay_days: terms.longStayDays.cited.value === "beyond-trim-point",
      day_case_classes: terms.dayCaseClasses.cited.value.join(" "),
      excluded_classes: terms.excludedClasses.cited.value.join(" "),
    },
    attendances: { ...common, pays_procedures: terms.outpatientProcedures.cited.value === "procedure-price" },
    emergency: {
      ...common,
      type_1_2_departments: departments(terms, "type-1-2"),
      type_3_departments: departments(terms, "type-3"),
      unpriced_departments: departments(terms, "none"),
    },
  };
}

function departments({ emergencyDepartments }: PricingTerms, price: "type-1-2" | "type-3" | "none"): string {
  return Object.entries(emergencyDepartments.cited.value)
    .filter(([, has]) => has === price)
    .map(([type]) => type)
    .join(" ");
}
