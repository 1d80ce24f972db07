/**
 * Why a row of activity has no price: what is the matter, and what would give it one. Each row has a price or one of
 * these. Source: settled ¶prices-3 to ¶prices-5, hes-fields ¶outpatients-1, national-tariff-2017-19 ¶admitted-7.
 */
export const UNPRICED_REASONS = {
  "no-hrg": "The row has no HRG. Ask the provider for grouped data, or group the file before loading it.",
  "hrg-not-in-price-list": "The price list has no such HRG. Check that the HRG version is that of the price year.",
  "no-price-for-point-of-delivery":
    "The price list has no price for this kind of care. It is paid by contract, not by tariff.",
  "no-treatment-function": "The attendance has no treatment function. Ask the provider to supply it.",
  "treatment-function-not-in-price-list":
    "The price list has no such treatment function. It is paid by contract, not by tariff.",
  "regular-attender": "Regular day and night attenders have no spell price. They are paid by contract.",
  "admission-method-not-known":
    "How the patient was admitted is not known, so no price applies. Ask the provider to supply it.",
  "department-type-not-known":
    "The type of the department is not known, so no price applies. Ask the provider to supply it.",
  "not-seen": "The patient was not seen, so nothing is paid.",
  "no-price-list":
    "No prices of this kind are loaded for the year. Load them, or declare another year's as a stand-in.",
} as const;

export type UnpricedReason = keyof typeof UNPRICED_REASONS;

/** Whether a row has a price, and what a reader must know of it. Both kinds of priced row count in full. */
export const PRICED_STATUSES = {
  priced: "Priced.",
  "priced-without-market-forces":
    "Priced at a market forces factor of 1, since none is loaded for the provider. Load it, or confirm that the provider has none.",
} as const;

export type PricedStatus = keyof typeof PRICED_STATUSES;
export type PriceStatus = PricedStatus | UnpricedReason;

export function isPriced(status: PriceStatus): status is PricedStatus {
  return status in PRICED_STATUSES;
}
