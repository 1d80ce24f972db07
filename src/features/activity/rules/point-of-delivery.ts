/**
 * How care was given, as far as its price depends on it. Source: hes-fields ¶admitted-1 to ¶admitted-4, ¶outpatients-2
 * and ¶emergency-1, settled ¶prices-6 and ¶prices-7.
 */
export const POINTS_OF_DELIVERY = {
  "elective-ordinary": "Elective admission",
  "day-case": "Day case",
  emergency: "Emergency admission",
  "non-elective-other": "Maternity, transfer and other non-elective admission",
  "regular-attender": "Regular day or night attendance",
  "admission-not-known": "Admission by an unknown method",
  "outpatient-first": "First outpatient attendance",
  "outpatient-follow-up": "Follow-up outpatient attendance",
  "outpatient-procedure": "Outpatient procedure",
  "outpatient-telephone": "Telephone consultation",
  "a-and-e-1-2": "A&E attendance, type 1 or 2 department",
  "a-and-e-3": "A&E attendance, type 3 department",
  "a-and-e-other": "A&E attendance, department without a price",
} as const;

export type PointOfDelivery = keyof typeof POINTS_OF_DELIVERY;

/** What people call a kind of activity; the code itself where it is none of ours. */
export function nameOfActivity(code: string): string {
  return POINTS_OF_DELIVERY[code as PointOfDelivery] ?? code;
}
