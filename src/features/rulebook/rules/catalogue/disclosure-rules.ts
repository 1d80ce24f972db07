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
    "as-they-are": `${who} counts as they are.`,
    suppressed: `${who} small counts suppressed, with what would reveal them.`,
    rounded: `${who} small counts suppressed and all others rounded.`,
  });

/** Rules on small numbers: how they are protected, and from whom. Source: hes-disclosure; settled ¶disclosure-1 to ¶disclosure-6. */
export const disclosureRules = {
  "disclosure.suppressed-profile": numbers("Numbers of the profile that suppresses"),
  "disclosure.rounded-profile": numbers("Numbers of the profile that rounds"),
  "disclosure.for-own-practice": audience("What a practice sees of itself", "A practice sees of its own patients"),
  "disclosure.for-peers": audience("What practices see of one another", "The practices of a PCT see of one another"),
  "disclosure.for-committee": audience(
    "What the committee sees of a practice",
    "Committee and region see of a practice, added up by point of delivery and month,",
  ),
  "disclosure.for-detail": audience(
    "What the committee and the region see behind a practice's figures",
    "Committee and region see of a practice by HRG and provider",
  ),
  "disclosure.for-public": audience("What everybody sees", "The public sees of a practice"),
} as const;
