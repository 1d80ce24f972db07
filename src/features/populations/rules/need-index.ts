import type { Cited } from "#kernel/cited.ts";
import { type Explanation, given } from "#kernel/explanation.ts";
import { roundedQuotient } from "#kernel/money.ts";

/** A practice's population and weighted population for one component of need, in millionths of a person. */
export interface NeedEntry {
  readonly practice: string;
  readonly year: string;
  readonly component: string;
  readonly population: number;
  readonly weighted: number;
}

/** Where an index of need may be found, as the rulebook names it; `primary care` is the Carr-Hill ratio. */
export type NeedSource = "component" | "primary care" | "locality mean" | "PCT mean";

/** The component under which the Carr-Hill formula's weighted lists are held. */
export const CARR_HILL = "carr-hill";

/** What is needed to find the weight of a practice. */
export interface NeedSearch {
  readonly entries: readonly NeedEntry[];
  readonly component: string;
  /** The order in which sources are tried; a practice found in none has no index. */
  readonly order: Cited<readonly NeedSource[]>;
  /** The neighbours whose mean stands in for a practice. */
  readonly localityOf: (practice: string) => string | undefined;
}

/** What a weight says of itself where it is not the component's own. */
const CAUTIONS: { readonly [S in Exclude<NeedSource, "component">]: string } = {
  "primary care": "The need source does not list this practice: its Carr-Hill ratio stands in.",
  "locality mean": "No need source lists this practice: the mean of its locality stands in.",
  "PCT mean": "No need source lists this practice or its locality: the mean of the PCT stands in.",
};

/**
 * The index of need of each practice, its weighted population over its population in millionths, with the source stated
 * wherever it is a fallback. Practices for which no source has an index are left out, never weighed 1 in silence.
 * Source: 003 ¶A1-7 on weighted capitation; the order of fallbacks is a rule of its own.
 */
export function needIndices(practices: readonly string[], search: NeedSearch): ReadonlyMap<string, Explanation> {
  const { entries, component, order, localityOf } = search;
  const own = byPractice(entries.filter((entry) => entry.component === component));
  const carrHill = byPractice(entries.filter((entry) => entry.component === CARR_HILL));
  const listed = practices.flatMap((practice) => own.get(practice) ?? []);
  const localities = Map.groupBy(listed, ({ practice }) => localityOf(practice));
  const sources: { readonly [S in NeedSource]: (practice: string) => readonly NeedEntry[] } = {
    component: (practice) => optional(own.get(practice)),
    "primary care": (practice) => optional(carrHill.get(practice)),
    "locality mean": (practice) => localities.get(localityOf(practice) ?? "") ?? [],
    "PCT mean": () => listed,
  };
  return new Map(
    practices.flatMap((practice) => {
      const source = order.value.find((candidate) => sources[candidate](practice).length > 0);
      return source === undefined ? [] : [[practice, indexFrom(sources[source](practice), source, practice, search)]];
    }),
  );
}

function indexFrom(
  entries: readonly NeedEntry[],
  source: NeedSource,
  practice: string,
  { component, order }: NeedSearch,
): Explanation {
  const weighted = entries.reduce((sum, entry) => sum + entry.weighted, 0);
  const population = entries.reduce((sum, entry) => sum + entry.population, 0);
  const index = Number(roundedQuotient(BigInt(weighted) * 1_000_000n, BigInt(population)));
  return given(
    {
      id: "need",
      label: `Index of need, ${component}`,
      origin: { kind: "need", keys: { practice, component, source, year: entries[0]?.year ?? "" } },
      ...(source !== "component" && {
        caution: CAUTIONS[source],
        rules: [{ sentence: CAUTIONS[source], cited: order }],
      }),
    },
    "millionths",
    index,
  );
}

function byPractice(entries: readonly NeedEntry[]): ReadonlyMap<string, NeedEntry> {
  return new Map(entries.filter(({ population }) => population > 0).map((entry) => [entry.practice, entry]));
}

function optional<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
