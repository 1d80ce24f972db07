import { type AppliedRule, type Explanation, figureAt, given, workedOut } from "#kernel/explanation.ts";
import type { PointOfDelivery } from "./point-of-delivery.ts";
import type { Prices } from "./price-list.ts";
import type { PricedStatus, UnpricedReason } from "./price-status.ts";
import type { PricingTerms } from "./pricing-terms.ts";

/** What is known of a row whether or not it has a price. */
export interface Delivered {
  readonly pointOfDelivery: PointOfDelivery;
  /** What the price list prices it by: an HRG, or a treatment function; nothing where the row has none. */
  readonly currency: string | null;
}

/** A row of activity with its price explained, or with the reason why it has none. */
export type PricedRow =
  | (Delivered & { readonly kind: "priced"; readonly status: PricedStatus; readonly price: Explanation })
  | (Delivered & { readonly kind: "unpriced"; readonly status: UnpricedReason });

/** A price taken apart, in pence: the list's price, payments for long stays, and what the market forces factor adds. */
export interface PriceParts {
  readonly base: number;
  readonly longStayDays: number;
  readonly longStay: number;
  readonly marketForces: number;
  readonly price: number;
}

const MILLION = 1_000_000;

export function unpriced(delivered: Delivered, status: UnpricedReason): PricedRow {
  return { ...delivered, kind: "unpriced", status };
}

/** The price a list states, as the first figure of a row's price. */
export function listPrice(
  { year }: Prices,
  price: { readonly list: string; readonly code: string; readonly column: string; readonly label: string },
  value: number,
  rules: readonly AppliedRule[] = [],
): Explanation {
  const origin = { kind: "price", keys: { list: price.list, year, code: price.code, column: price.column } };
  return given({ id: "base", label: price.label, origin, rules }, "pence", value);
}

/**
 * The row's price: the list's price with payments for a long stay, times the provider's market forces factor where the
 * commissioner bears it, rounded once, to the penny. A provider without a factor counts with 1, and the row says so.
 * Source: payment-by-results ¶adjustments-2, ¶adjustments-3 and ¶adjustments-5, settled ¶prices-1 and ¶prices-9.
 */
export function priced(
  delivered: Delivered,
  provider: string,
  parts: readonly Explanation[],
  { prices, terms }: { readonly prices: Prices; readonly terms: PricingTerms },
): PricedRow {
  const before = workedOut({ id: "before-market-forces", label: "Price before market forces" }, "pence", "sum", parts);
  const { factor, status } = marketForces(provider, prices, terms);
  const price = workedOut({ id: "price", label: "Price" }, "pence", "product", [before, factor]);
  return { ...delivered, kind: "priced", status, price };
}

/** The parts of a row's price, all nought where it has none. */
export function partsOf(row: PricedRow): PriceParts {
  if (row.kind === "unpriced") return { base: 0, longStayDays: 0, longStay: 0, marketForces: 0, price: 0 };
  const at = (...address: readonly string[]) => figureAt(row.price, ["before-market-forces", ...address])?.value ?? 0;
  return {
    base: at("base"),
    longStayDays: at("long-stay", "days") / MILLION,
    longStay: at("long-stay"),
    marketForces: row.price.value - at(),
    price: row.price.value,
  };
}

function marketForces(
  provider: string,
  { year, marketForces: factors }: Prices,
  { marketForcesPaidBy }: PricingTerms,
): { readonly factor: Explanation; readonly status: PricedStatus } {
  const named = { id: "market-forces-factor", label: "Market forces factor", rules: [marketForcesPaidBy] };
  if (marketForcesPaidBy.cited.value === "centrally") {
    return { factor: given(named, "millionths", MILLION), status: "priced" };
  }
  const factor = factors.get(provider);
  if (factor === undefined) {
    const caution = `No market forces factor is loaded for ${provider} in ${year}, so 1 was used.`;
    return { factor: given({ ...named, caution }, "millionths", MILLION), status: "priced-without-market-forces" };
  }
  const origin = { kind: "price", keys: { list: "market-forces", year, code: provider, column: "factor_millionths" } };
  return { factor: given({ ...named, origin }, "millionths", factor), status: "priced" };
}
