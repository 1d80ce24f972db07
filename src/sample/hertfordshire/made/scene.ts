import { pence } from "#kernel/money.ts";
import type { Month } from "#kernel/period.ts";
import { shares } from "#kernel/shares.ts";
import { type Draw, draw } from "../../draw.ts";
import { random } from "../../random.ts";
import { ownTable } from "../own-table.ts";
import type { ListedPractice } from "../practices.ts";
import type { NationalCaseMix } from "./case-mix.ts";

/** What all care is made from. */
export interface Scene {
  readonly seed: number;
  readonly practices: readonly ListedPractice[];
  readonly caseMix: NationalCaseMix;
}

/**
 * How much practices differ in their use beyond what their lists and need explain, in all care and in each kind: shapes of
 * gammas, about 10% and 7%. Stated in hertfordshire-2013 ¶care-2.
 */
const HABIT = { allCare: 100, oneKind: 200 };

/** A month's count of a kind of care shared among practices, by their order: largest remainders, so that all is shared. */
export function sharedCounts({ seed, practices }: Scene, kind: string): (count: number) => readonly number[] {
  const [inAll, inKind] = [random(seed, "habits"), random(seed, `habits of ${kind}`)];
  const claims = practices.map(({ code, list, need }) => {
    const habit = inAll.gamma(HABIT.allCare) * inKind.gamma(HABIT.oneKind);
    // Weights are compared with one another only; shares count six decimals of them.
    return { key: code, weight: Math.round(list.patients * (need.acute / 1_000) * habit) / 1_000 };
  });
  return (count) => {
    const portions = shares(pence(count), claims);
    return practices.map(({ code }) => portions.get(code) ?? 0);
  };
}

/** Which hospital patients of a practice go to, by its locality. The shares are made up; the hospitals are the near ones. */
export function hospitalsOf({ practices }: Scene): readonly Draw<string>[] {
  const near = Map.groupBy(ownTable("providers.csv"), (cell) => cell("locality"));
  const draws = new Map([...near].map(([locality, own]) => [locality, draw(own, (cell) => Number(cell("share")))]));
  return practices.map(({ locality = "none", code }) => {
    const found = draws.get(locality);
    if (found === undefined) throw new RangeError(`Nothing says where patients of ${code} in ${locality} go`);
    return { cumulative: found.cumulative, values: found.values.map((cell) => cell("provider")) };
  });
}

/** The stream of chance of one month's file. */
export function chanceOf({ seed }: Scene, what: string, month: Month) {
  return random(seed, `${what} of ${month}`);
}

/** One row to be made. */
interface Place<K extends string> {
  /** The practice's place in the order of all. */
  readonly at: number;
  readonly practice: string;
  readonly kind: K;
}

/** The rows to be made: practices in their order, each kind as often as the practice's portion says. */
export function* rowsToMake<K extends string>(
  { practices }: Scene,
  portions: readonly (readonly [kind: K, portion: readonly number[]])[],
): Generator<Place<K>> {
  for (const [at, { code: practice }] of practices.entries()) {
    for (const [kind, portion] of portions) {
      for (let left = portion[at] ?? 0; left > 0; left -= 1) yield { at, practice, kind };
    }
  }
}

/** One of a list that is known to be long enough. */
export function itemAt<T>(of: readonly T[], at: number): T {
  return of[at] as T;
}
