import { z } from "zod";
import { choice, table } from "../definition.ts";

const profile = z
  .strictObject({
    largestSuppressed: z.int().min(2),
    roundedTo: z.int().min(1),
    leastValues: z.int().min(2),
    wholeForDecimal: z.int().min(0),
  })
  .readonly()
  .refine(({ largestSuppressed, roundedTo }) => 2 * (largestSuppressed + 1) >= roundedTo, "would round a count to zero")
  .refine(
    ({ largestSuppressed, leastValues }) => leastValues <= largestSuppressed,
    "leaves more open than it suppresses",
  );

type Profile = z.output<typeof profile>;

const numbers = (title: string) =>
  table<Profile>(profile, {
    title,
    says: ({ largestSuppressed, roundedTo, leastValues }) =>
      `Counts from 1 to ${largestSuppressed} are suppressed, ${
        roundedTo === 1 ? "others are shown as they are" : `others rounded to the nearest ${roundedTo}`
      }; whatever else is published, at least ${leastValues} values of a suppressed count stay possible.`,
  });

const audience = (title: string, who: string) =>
  choice(title, {
    "as-they-are": `${who} as it is.`,
    released: `${who} only as it was released to everybody.`,
  });

/** Rules on small numbers: how they are protected, and from whom. Source: hes-disclosure; settled ¶disclosure-1 to ¶disclosure-6. */
export const disclosureRules = {
  "disclosure.suppressed-profile": numbers("Numbers of the profile that suppresses"),
  "disclosure.rounded-profile": numbers("Numbers of the profile that rounds"),
  "disclosure.for-own-practice": audience("What a practice sees of itself", "A practice sees its own activity"),
  "disclosure.for-peers": audience(
    "What practices and the PCT's officers see of a practice",
    "Practices of the PCT and its officers see a practice's activity",
  ),
  "disclosure.for-committee": audience(
    "What committee and region see of a practice",
    "The committee and the region see a practice's activity",
  ),
  "disclosure.for-detail": audience(
    "What committee and region see by HRG and provider",
    "The committee and the region see a practice's activity by HRG and provider",
  ),
  "disclosure.for-public": choice("How activity is released to everybody", {
    suppressed: "Activity is released with small counts suppressed, and with them what would reveal them.",
    rounded: "Activity is released with small counts suppressed and all others rounded.",
  }),
} as const;
