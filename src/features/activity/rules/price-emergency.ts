import type { PointOfDelivery } from "./point-of-delivery.ts";
import type { EmergencyPrice, Prices } from "./price-list.ts";
import { type Delivered, listPrice, type PricedRow, priced, unpriced } from "./priced-row.ts";
import type { PricingTerms } from "./pricing-terms.ts";

/** What the price of an accident and emergency attendance depends on. */
export interface EmergencyToPrice {
  readonly provider: string;
  readonly department_type: string | null;
  readonly hrg: string | null;
}

interface Way {
  readonly pointOfDelivery: PointOfDelivery;
  readonly column: Exclude<keyof EmergencyPrice, "hrg">;
}

const WAYS: Readonly<Record<"type-1-2" | "type-3", Way>> = {
  "type-1-2": { pointOfDelivery: "a-and-e-1-2", column: "type_1_2_pence" },
  "type-3": { pointOfDelivery: "a-and-e-3", column: "type_3_pence" },
};

/**
 * Prices one accident and emergency attendance: its HRG's price in the type of department, then market forces.
 * Source: national-tariff-2017-19 ¶emergency-1, settled ¶prices-5.
 */
export function priceEmergency(attendance: EmergencyToPrice, prices: Prices, terms: PricingTerms): PricedRow {
  const { hrg, department_type: type, provider } = attendance;
  const kind = type === null ? undefined : terms.emergencyDepartments.cited.value[type];
  if (kind === undefined || kind === "none") {
    const reason = kind === undefined ? "department-type-not-known" : "no-price-for-point-of-delivery";
    return unpriced({ pointOfDelivery: "a-and-e-other", currency: hrg }, reason);
  }
  const { pointOfDelivery, column } = WAYS[kind];
  const delivered: Delivered = { pointOfDelivery, currency: hrg };
  if (hrg === null) return unpriced(delivered, "no-hrg");
  if (prices.emergency.size === 0) return unpriced(delivered, "no-price-list");
  const item = prices.emergency.get(hrg);
  if (item === undefined) return unpriced(delivered, "hrg-not-in-price-list");
  const stated = item[column];
  if (stated === null) return unpriced(delivered, "no-price-for-point-of-delivery");
  const named = { list: "emergency", code: hrg, column, label: "Accident and emergency price" };
  const base = listPrice(prices, named, stated, [terms.emergencyDepartments]);
  return priced(delivered, provider, [base], { prices, terms });
}
