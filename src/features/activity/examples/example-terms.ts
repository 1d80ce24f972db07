import { day } from "#kernel/period.ts";
import type { PricingTerms, Term } from "../rules/pricing-terms.ts";

function term<T>(rule: string, paragraph: string, value: T): Term<T> {
  const source = { document: paragraph.split(" ")[0] ?? "", paragraph: paragraph.split(" ")[1] ?? "" };
  return { sentence: `${rule} holds.`, cited: { value, rule, place: "england", from: day("2007-04-01"), source } };
}

/** The rules of pricing as England's rulebook has them, for examples. */
export const EXAMPLE_TERMS: PricingTerms = {
  marketForcesPaidBy: term("price.market-forces-paid-by", "settled ¶prices-1", "commissioner"),
  shortStayUnderDays: term("price.short-stay-under-days", "national-tariff-2017-19 ¶admitted-5", 2),
  longStayDays: term("price.long-stay-days", "national-tariff-2017-19 ¶admitted-4", "beyond-trim-point"),
  outpatientProcedures: term("price.outpatient-procedures", "settled ¶prices-6", "procedure-price"),
  dayCaseClasses: term("price.day-case-classes", "hes-fields ¶admitted-4", ["2"]),
  excludedClasses: term("price.excluded-patient-classes", "settled ¶prices-4", ["3", "4"]),
  emergencyDepartments: term("price.emergency-departments", "settled ¶prices-5", {
    "1": "type-1-2",
    "2": "type-1-2",
    "3": "type-3",
    "4": "none",
  }),
};

/** The same rules with one of them otherwise. */
export function termsWith<K extends keyof PricingTerms>(
  rule: K,
  value: PricingTerms[K]["cited"]["value"],
): PricingTerms {
  const usual = EXAMPLE_TERMS[rule];
  return { ...EXAMPLE_TERMS, [rule]: { ...usual, cited: { ...usual.cited, value } } };
}
