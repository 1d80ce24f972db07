import type { PointOfDelivery } from "./point-of-delivery.ts";
import type { OutpatientPrice, Prices } from "./price-list.ts";
import { type Delivered, listPrice, type PricedRow, priced, unpriced } from "./priced-row.ts";
import type { PricingTerms } from "./pricing-terms.ts";

/** What the price of an outpatient attendance depends on. */
export interface AttendanceToPrice {
  readonly provider: string;
  readonly treatment_function: string | null;
  readonly is_first: boolean;
  readonly is_by_telephone: boolean;
  readonly is_multi_professional: boolean;
  readonly was_seen: boolean;
  readonly hrg: string | null;
}

interface Conditions {
  readonly prices: Prices;
  readonly terms: PricingTerms;
}

/**
 * Prices one outpatient attendance: its procedure's price where its HRG has one, else its treatment function's, first
 * or follow-up, with one or several professionals; then market forces. Source: national-tariff-2017-19 ¶outpatients-1
 * and ¶outpatients-2, settled ¶prices-3 and ¶prices-6,
 * hes-fields ¶outpatients-1 and ¶outpatients-2.
 */
export function priceAttendance(attendance: AttendanceToPrice, prices: Prices, terms: PricingTerms): PricedRow {
  const { treatment_function: code, provider } = attendance;
  const procedure = procedurePrice(attendance, { prices, terms });
  const pointOfDelivery = procedure === null ? attendancePoint(attendance) : "outpatient-procedure";
  const delivered: Delivered = { pointOfDelivery, currency: procedure === null ? code : attendance.hrg };
  if (!attendance.was_seen) return unpriced(delivered, "not-seen");
  if (attendance.is_by_telephone) return unpriced(delivered, "no-price-for-point-of-delivery");
  if (procedure !== null) {
    const item = { list: "admitted", code: attendance.hrg ?? "", column: "outpatient_procedure_pence" };
    const base = listPrice(prices, { ...item, label: "Outpatient procedure price" }, procedure, [
      terms.outpatientProcedures,
    ]);
    return priced(delivered, provider, [base], { prices, terms });
  }
  if (code === null) return unpriced(delivered, "no-treatment-function");
  if (prices.outpatient.size === 0) return unpriced(delivered, "no-price-list");
  const item = prices.outpatient.get(code);
  if (item === undefined) return unpriced(delivered, "treatment-function-not-in-price-list");
  const { column, label } = priceColumn(attendance);
  const stated = item[column];
  if (stated === null) return unpriced(delivered, "no-price-for-point-of-delivery");
  const base = listPrice(prices, { list: "outpatient", code, column, label }, stated);
  return priced(delivered, provider, [base], { prices, terms });
}

function procedurePrice(
  { hrg, was_seen: wasSeen, is_by_telephone: isByTelephone }: AttendanceToPrice,
  { prices, terms }: Conditions,
): number | null {
  const isPossible = wasSeen && !isByTelephone && terms.outpatientProcedures.cited.value === "procedure-price";
  return isPossible && hrg !== null ? (prices.admitted.get(hrg)?.outpatient_procedure_pence ?? null) : null;
}

function attendancePoint({ is_by_telephone: isByTelephone, is_first: isFirst }: AttendanceToPrice): PointOfDelivery {
  if (isByTelephone) return "outpatient-telephone";
  return isFirst ? "outpatient-first" : "outpatient-follow-up";
}

function priceColumn({ is_first: isFirst, is_multi_professional: isMulti }: AttendanceToPrice): {
  readonly column: Exclude<keyof OutpatientPrice, "treatment_function">;
  readonly label: string;
} {
  const [time, label] = isFirst ? (["first", "First attendance"] as const) : (["follow_up", "Follow-up"] as const);
  return isMulti
    ? { column: `${time}_multi_pence`, label: `${label}, several professionals` }
    : { column: `${time}_single_pence`, label: `${label}, one professional` };
}
