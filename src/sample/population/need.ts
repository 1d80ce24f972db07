import type { ByBand } from "../setting/bands.ts";
import type { Practice, Setting } from "../setting/fenmere.ts";
import { listSize } from "./lists.ts";
import type { Population } from "./population.ts";
import type { Roll } from "./roll.ts";

export const NEED_COLUMNS = ["practice", "year", "component", "population", "weighted_population"] as const;
export type NeedRow = Readonly<Record<(typeof NEED_COLUMNS)[number], string>>;

interface Component {
  /** What a person of each age costs against others, made up. */
  readonly byBand: ByBand;
  /** How far the practice's own need weighs beyond the ages on its list: one is fully. */
  readonly power: number;
  /** Its part in the overall weight. */
  readonly share: number;
  readonly women?: true;
}

const COMPONENTS: Readonly<Record<string, Component>> = {
  acute: { byBand: [0.9, 0.4, 0.5, 0.6, 0.65, 0.8, 1.2, 1.9, 3.1], power: 1, share: 0.56 },
  community: { byBand: [1.1, 0.5, 0.35, 0.4, 0.45, 0.6, 0.9, 1.8, 4.2], power: 1, share: 0.12 },
  "mental-health": { byBand: [0.2, 0.5, 1.1, 1.3, 1.3, 1.1, 0.9, 1, 1.5], power: 1.6, share: 0.12 },
  maternity: { byBand: [0, 0.1, 2.4, 4.4, 1.6, 0.05, 0, 0, 0], power: 0.4, share: 0.03, women: true },
  prescribing: { byBand: [0.25, 0.25, 0.4, 0.5, 0.7, 1.1, 1.7, 2.6, 3.3], power: 0.7, share: 0.13 },
  "primary-care": { byBand: [1.7, 0.7, 0.8, 0.8, 0.85, 1, 1.2, 1.6, 2.2], power: 0.6, share: 0.04 },
};

/**
 * Need by practice and component, weighted so that all who are in the source together keep their population. A practice
 * that is not in the source has no rows; so have those without a list, since their patients are counted elsewhere.
 */
export function* needRows(year: string, roll: Roll, population: Population, setting: Setting): Generator<NeedRow> {
  const present = setting.practices.flatMap((practice, at) =>
    practice.in_need_source && listSize(roll, at) > 0 ? [{ practice, at, size: listSize(roll, at) }] : [],
  );
  const people = present.reduce((sum, { size }) => sum + size, 0);
  const overall = present.map(() => 0);
  for (const [component, { share, ...weights }] of Object.entries(COMPONENTS)) {
    const raw = present.map(({ practice, at }) => weightOf(practice, at, weights, roll, population));
    const all = raw.reduce((sum, weight) => sum + weight, 0);
    for (const [index, { practice, size }] of present.entries()) {
      const weighted = ((raw[index] ?? 0) / all) * people;
      overall[index] = (overall[index] ?? 0) + share * weighted;
      yield row(practice, year, component, size, weighted);
    }
  }
  for (const [index, { practice, size }] of present.entries()) {
    yield row(practice, year, "overall", size, overall[index] ?? 0);
  }
}

function row({ code }: Practice, year: string, component: string, size: number, weighted: number): NeedRow {
  return { practice: code, year, component, population: size.toFixed(4), weighted_population: weighted.toFixed(4) };
}

function weightOf(
  { need }: Practice,
  at: number,
  { byBand, power, women }: Omit<Component, "share">,
  roll: Roll,
  { sex }: Population,
): number {
  let sum = 0;
  for (const person of roll.people.subarray(roll.starts[at], roll.starts[at + 1])) {
    if (women === undefined || sex[person] === 2) sum += byBand[roll.bands[person] as number] as number;
  }
  return sum * need ** power;
}
