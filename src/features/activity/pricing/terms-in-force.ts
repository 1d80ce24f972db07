import { applied, type Rulebook, type RuleName, type RuleValue } from "#features/rulebook/index.ts";
import type { Day } from "#kernel/period.ts";
import type { PricingTerms, Term } from "../rules/pricing-terms.ts";

/**
 * The rules of pricing as they stand for a place on a day. Throws a RangeError for one that nobody has set, and for a
 * short-stay price by percentage, which the lake's price lists do not hold. Source: settled ¶prices-1 to ¶prices-7.
 */
export function pricingTermsInForce(rulebook: Rulebook, place: string, on: Day): PricingTerms {
  const term = <N extends RuleName>(rule: N): Term<RuleValue<N>> => {
    const cited = rulebook.inForce(place, rule, on);
    return { sentence: applied(cited).sentence, cited };
  };
  if (term("price.short-stay-price").cited.value !== "as-stated") {
    throw new RangeError(
      `Short-stay prices can only be taken as stated: price lists hold no percentages. Change price.short-stay-price for ${place}.`,
    );
  }
  return {
    marketForcesPaidBy: term("price.market-forces-paid-by"),
    shortStayUnderDays: term("price.short-stay-under-days"),
    longStayDays: term("price.long-stay-days"),
    outpatientProcedures: term("price.outpatient-procedures"),
    dayCaseClasses: term("price.day-case-classes"),
    excludedClasses: term("price.excluded-patient-classes"),
    emergencyDepartments: term("price.emergency-departments"),
  };
}
