import type { Day, FinancialYear } from "#kernel/period.ts";
import { OPEN_DATA } from "#platform/access/sight.ts";
import { type PriceFiles, readPrices } from "../pricing/price-files.ts";
import { pricingTermsInForce } from "../pricing/terms-in-force.ts";
import type { Prices } from "../rules/price-list.ts";
import type { PricingTerms } from "../rules/pricing-terms.ts";
import type { ActivityWiring } from "../wiring.ts";

/** Which prices, and by whose rules on which day. */
export interface PricesAsked {
  readonly year: FinancialYear;
  readonly place: string;
  readonly on: Day;
}

/** A year's prices as the lake holds them now, with the rules by which they are applied. */
export async function readPricesHeld(
  { engine, lake, rulebook }: Pick<ActivityWiring, "engine" | "lake" | "rulebook">,
  { year, place, on }: PricesAsked,
): Promise<{ readonly prices: Prices; readonly terms: PricingTerms }> {
  const [admitted = [], outpatient = [], emergency = [], marketForces = []] = await Promise.all(
    ["prices-admitted", "prices-outpatient", "prices-emergency", "market-forces"].map((dataset) =>
      lake.files({ dataset, sight: OPEN_DATA }),
    ),
  );
  const files: PriceFiles = { admitted, outpatient, emergency, marketForces };
  return { prices: await readPrices(engine, files, year), terms: pricingTermsInForce(rulebook, place, on) };
}
