import { dayInLondon } from "#kernel/period.ts";
import { count } from "#platform/web/words/amounts.ts";
import { dayText, monthText } from "#platform/web/words/dates.ts";
import type { MonthSpan } from "../reading/asked-activity.ts";
import { POINTS_OF_DELIVERY, type PointOfDelivery } from "../rules/point-of-delivery.ts";
import { isPriced, PRICED_STATUSES, type PriceStatus, UNPRICED_REASONS } from "../rules/price-status.ts";

/** `1 row`, `3 rows`. */
export function many(number: number, one: string, several = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : several}`;
}

/** October 2006 to September 2007, or the one month. */
export function spanText({ first, last }: MonthSpan): string {
  return first === last ? monthText(first) : `${monthText(first)} to ${monthText(last)}`;
}

export function pointText(pointOfDelivery: PointOfDelivery): string {
  return POINTS_OF_DELIVERY[pointOfDelivery];
}

/** What a status means and what would change it: the first sentence of its words, and the others. */
export function statusText(status: PriceStatus): { readonly what: string; readonly todo: string } {
  const words = isPriced(status) ? PRICED_STATUSES[status] : UNPRICED_REASONS[status];
  const end = words.indexOf(". ");
  return end < 0 ? { what: words, todo: "" } : { what: words.slice(0, end + 1), todo: words.slice(end + 2) };
}

/** What prices a row: an HRG in hospital stays and A&E, a treatment function in most outpatient care. */
export function currencyWord(pointOfDelivery: PointOfDelivery): string {
  const isAttendance = pointOfDelivery.startsWith("outpatient-") && pointOfDelivery !== "outpatient-procedure";
  return isAttendance ? "treatment function" : "HRG";
}

const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });

/** When something was done, in London: 28 April 2008 at 09:05. */
export function momentText(instant: string): string {
  const at = new Date(instant);
  return `${dayText(dayInLondon(at))} at ${CLOCK.format(at)}`;
}
