import { type AppliedRule, type Explanation, given, workedOut } from "#kernel/explanation.ts";
import type { RegisteredList } from "./registered-lists.ts";

/** What a patient of a sex and age band weighs in prescribing units, in millionths. */
export interface UnitWeight {
  readonly sex: string;
  readonly ageBand: string;
  readonly weight: number;
}

/**
 * Each list in prescribing units (ASTRO-PU), in millionths: the patients of each band times the band's weight. Throws a
 * RangeError for a band without a weight, since leaving patients out would move money silently.
 * Source: 003 ¶A1-6 on the prescribing formula; astro-pu-2013 ¶cost-1.
 */
export function prescribingUnits(
  lists: ReadonlyMap<string, RegisteredList>,
  weights: readonly UnitWeight[],
  rule: AppliedRule,
): ReadonlyMap<string, Explanation> {
  const weightOf = new Map(weights.map(({ sex, ageBand, weight }) => [`${sex} ${ageBand}`, weight]));
  return new Map([...lists.values()].map((list) => [list.practice, unitsOf(list, weightOf, rule)]));
}

function unitsOf(list: RegisteredList, weightOf: ReadonlyMap<string, number>, rule: AppliedRule): Explanation {
  const bands = list.bands.map(({ sex, ageBand, patients }) => {
    const weight = weightOf.get(`${sex} ${ageBand}`);
    if (weight === undefined) throw new RangeError(`No prescribing unit for sex ${sex}, age ${ageBand}`);
    const band = `${sex === "1" ? "Men" : "Women"} aged ${ageBand}`;
    return workedOut({ id: `${sex}-${ageBand}`, label: `${band} in prescribing units` }, "millionths", "product", [
      given({ id: "patients", label: band }, "millionths", patients * 1_000_000),
      given({ id: "weight", label: `Prescribing units a head: ${band}` }, "millionths", weight),
    ]);
  });
  const label = `Prescribing units of the list of ${list.asAt}`;
  return workedOut({ id: "units", label, rules: [rule] }, "millionths", "sum", bands);
}
