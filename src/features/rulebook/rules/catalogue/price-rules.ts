import { z } from "zod";
import { choice, inWords, listOf, table, wholeNumber } from "../definition.ts";

/** Kinds of admission that are priced differently. Source: hes-fields ¶admitted-1 to ¶admitted-3. */
export const ADMISSION_KINDS = ["elective", "emergency", "other"] as const;
export type AdmissionKind = (typeof ADMISSION_KINDS)[number];

const admissionMethods = z.strictObject({
  elective: z.array(z.string()).readonly(),
  emergency: z.array(z.string()).readonly(),
  other: z.array(z.string()).readonly(),
});
const attendanceKinds = z.strictObject({
  first: z.array(z.string()).readonly(),
  followUp: z.array(z.string()).readonly(),
});

/** Rules by which activity is priced. Source: national-tariff-2017-19, hes-fields, payment-by-results, settled ¶prices-1 to ¶prices-9. */
export const priceRules = {
  "price.admission-methods": table(admissionMethods, {
    title: "Which admission methods are elective, emergency or other",
    says: ({ elective, emergency }) =>
      `Methods ${inWords(elective)} are elective, ${inWords(emergency)} emergencies; others are priced as non-elective.`,
  }),
  "price.day-case-classes": listOf(["1", "2", "3", "4", "5"], {
    title: "Patient classes that are day cases",
    says: (classes) => `Patient class ${inWords(classes, "or")} is a day case.`,
  }),
  "price.excluded-patient-classes": listOf(["1", "2", "3", "4", "5"], {
    title: "Patient classes without a spell price",
    says: (classes) => `Regular attenders (patient class ${inWords(classes, "or")}) have no spell price.`,
  }),
  "price.short-stay-under-days": wholeNumber(
    "Days under which an emergency is a short stay",
    1,
    (days) => `An emergency stay under ${days} days takes the short-stay price where the price list marks its HRG.`,
  ),
  "price.short-stay-price": choice("Which short-stay price holds", {
    "as-stated": "The short-stay price is the one the price list states.",
    "by-percentage": "The short-stay price is worked out from the list's percentage.",
  }),
  "price.long-stay-days": choice("Which days of a long stay are added", {
    "beyond-trim-point": "Each day beyond the trim point adds the HRG's long-stay payment.",
    none: "Long stays add nothing.",
  }),
  "price.order-of-adjustments": listOf(["short-stay", "long-stay-days", "top-up", "marginal-rate", "market-forces"], {
    title: "Order in which a price is adjusted",
    says: (steps) => `The price of the HRG is adjusted by ${inWords(steps)}, in that order.`,
  }),
  "price.market-forces-paid-by": choice("Who pays the market forces factor", {
    commissioner: "The commissioner pays the market forces factor, so prices include it.",
    centrally: "The market forces factor is paid centrally, so prices leave it out.",
  }),
  "price.attended-codes": listOf(["2", "3", "4", "5", "6", "7"], {
    title: "Attendance codes that are paid",
    says: (codes) => `Only attendances coded ${inWords(codes, "or")} (seen) are paid.`,
  }),
  "price.attendance-kinds": table(attendanceKinds, {
    title: "Which first-attendance codes have a first or follow-up price",
    says: ({ first, followUp }) =>
      `Code ${inWords(first, "or")} is priced as a first attendance, ${inWords(followUp, "or")} as a follow-up; others have no price.`,
  }),
  "price.outpatient-procedures": choice("What an outpatient procedure costs", {
    "procedure-price": "An attendance whose HRG has an outpatient procedure price costs that price.",
    "attendance-price": "An attendance costs its treatment function's price whatever was done.",
  }),
  "price.emergency-departments": table(
    z.record(z.enum(["1", "2", "3", "4"]), z.enum(["type-1-2", "type-3", "none"])).readonly(),
    {
      title: "Which emergency price a type of department has",
      says: (prices) =>
        `Department ${Object.entries(prices)
          .map(
            ([type, price]) =>
              `${type}: ${price === "none" ? "no price" : `price of ${price.replace("1-2", "1 and 2").replace("-", " ")}`}`,
          )
          .join("; ")}.`,
    },
  ),
  "price.spell-month": choice("To which month a spell belongs", {
    discharge: "A spell belongs to the month of its discharge.",
    admission: "A spell belongs to the month of its admission.",
  }),
} as const;
