import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import type { PointOfDelivery } from "./point-of-delivery.ts";
import type { AdmittedPrice, Prices } from "./price-list.ts";
import { type Delivered, listPrice, type PricedRow, priced, unpriced } from "./priced-row.ts";
import type { PricingTerms } from "./pricing-terms.ts";

/** What the price of a spell depends on. */
export interface SpellToPrice {
  readonly provider: string;
  readonly admission_kind: string | null;
  readonly patient_class: string | null;
  readonly length_of_stay: number;
  readonly hrg: string | null;
}

interface Way {
  readonly label: string;
  readonly price: "day_case_pence" | "ordinary_elective_pence" | "non_elective_pence";
  /** Nothing where a stay has no trim point. */
  readonly trim?: "elective_trim_days" | "non_elective_trim_days";
}

const NON_ELECTIVE = {
  label: "Non-elective price",
  price: "non_elective_pence",
  trim: "non_elective_trim_days",
} as const;
const WAYS: { readonly [P in PointOfDelivery]?: Way } = {
  "day-case": { label: "Day case price", price: "day_case_pence" },
  "elective-ordinary": { label: "Elective price", price: "ordinary_elective_pence", trim: "elective_trim_days" },
  emergency: NON_ELECTIVE,
  "non-elective-other": NON_ELECTIVE,
};
const MILLION = 1_000_000;

/**
 * Prices one spell: the HRG's price for how the patient came in, or the short-stay price that the list states; then a
 * payment for each day beyond the trim point; then market forces. Source: payment-by-results ¶adjustments-1 to
 * ¶adjustments-3, national-tariff-2017-19 ¶admitted-1 to ¶admitted-5, settled ¶prices-2, ¶prices-4 and ¶prices-7.
 */
export function priceSpell(spell: SpellToPrice, prices: Prices, terms: PricingTerms): PricedRow {
  const delivered: Delivered = { pointOfDelivery: spellPointOfDelivery(spell, terms), currency: spell.hrg };
  const way = WAYS[delivered.pointOfDelivery];
  if (delivered.pointOfDelivery === "regular-attender") return unpriced(delivered, "regular-attender");
  if (way === undefined) return unpriced(delivered, "admission-method-not-known");
  if (spell.hrg === null) return unpriced(delivered, "no-hrg");
  if (prices.admitted.size === 0) return unpriced(delivered, "no-price-list");
  const item = prices.admitted.get(spell.hrg);
  if (item === undefined) return unpriced(delivered, "hrg-not-in-price-list");
  const base = shortStayPrice(spell, item, { prices, terms }) ?? ordinaryPrice(way, item, prices);
  if (base === null) return unpriced(delivered, "no-price-for-point-of-delivery");
  return priced(delivered, spell.provider, [base, ...longStay(spell, way, item, { prices, terms })], { prices, terms });
}

/** How a spell was delivered. A day case is elective by definition, so its method need not be known. Source: hes-fields ¶admitted-1 to ¶admitted-3. */
export function spellPointOfDelivery(
  { admission_kind: kind, patient_class: patientClass }: SpellToPrice,
  { dayCaseClasses, excludedClasses }: PricingTerms,
): PointOfDelivery {
  if (patientClass !== null && excludedClasses.cited.value.includes(patientClass)) return "regular-attender";
  if (kind === "emergency") return "emergency";
  if (kind === "maternity" || kind === "transfer" || kind === "other") return "non-elective-other";
  if (patientClass !== null && dayCaseClasses.cited.value.includes(patientClass)) return "day-case";
  return kind === "elective" ? "elective-ordinary" : "admission-not-known";
}

interface Conditions {
  readonly prices: Prices;
  readonly terms: PricingTerms;
}

function shortStayPrice(
  { admission_kind: kind, length_of_stay: days }: SpellToPrice,
  { hrg, short_stay_emergency_pence: stated }: AdmittedPrice,
  { prices, terms }: Conditions,
): Explanation | null {
  const isShort = kind === "emergency" && days < terms.shortStayUnderDays.cited.value;
  if (!isShort || stated === null) return null;
  const column = "short_stay_emergency_pence";
  return listPrice(prices, { list: "admitted", code: hrg, column, label: "Short-stay emergency price" }, stated, [
    terms.shortStayUnderDays,
  ]);
}

function ordinaryPrice({ label, price }: Way, item: AdmittedPrice, prices: Prices): Explanation | null {
  const stated = item[price];
  return stated === null ? null : listPrice(prices, { list: "admitted", code: item.hrg, column: price, label }, stated);
}

function longStay(
  { length_of_stay: days }: SpellToPrice,
  { trim }: Way,
  item: AdmittedPrice,
  { prices, terms: { longStayDays } }: Conditions,
): readonly Explanation[] {
  const trimDays = trim === undefined ? null : item[trim];
  if (longStayDays.cited.value === "none" || trimDays === null || item.long_stay_day_pence === null) return [];
  const keys = (column: string) => ({ list: "admitted", year: prices.year, code: item.hrg, column });
  const trimOrigin = { kind: "price", keys: keys(trim ?? "") };
  const beyond = workedOut({ id: "beyond", label: "Stay less trim point" }, "millionths", "difference", [
    given({ id: "stay", label: "Length of stay in days" }, "millionths", days * MILLION),
    given({ id: "trim", label: "Trim point in days", origin: trimOrigin }, "millionths", trimDays * MILLION),
  ]);
  const nought = given({ id: "nought", label: "Nought" }, "millionths", 0);
  const counted = workedOut({ id: "days", label: "Days beyond the trim point" }, "millionths", "greatest", [
    beyond,
    nought,
  ]);
  const origin = { kind: "price", keys: keys("long_stay_day_pence") };
  const payment = given({ id: "payment", label: "Payment for a day", origin }, "pence", item.long_stay_day_pence);
  const named = { id: "long-stay", label: "Long-stay payment", rules: [longStayDays] };
  return [workedOut(named, "pence", "product", [payment, counted])];
}
