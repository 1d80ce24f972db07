import type { Cited } from "#kernel/cited.ts";
import { type Day, isWithin } from "#kernel/period.ts";
import { type RuleName, type RuleValue, ruleNames } from "./catalogue.ts";
import { cited, type DatedValue } from "./dated-value.ts";
import type { Narrower } from "./narrower.ts";
import { type Place, upwards } from "./place.ts";
import type { Sources } from "./source-document.ts";

/** What a wider place allows narrower ones, with where it says so. */
export interface Limit {
  readonly narrower: Narrower;
  readonly by: DatedValue;
}

/** A rule as it stands for a place on a day. */
export interface StandingRule {
  readonly rule: RuleName;
  /** Left out where wider places give limits only and none has set a value. */
  readonly set?: DatedValue;
  readonly limits: readonly Limit[];
}

/** A value a place set itself, beside the one that would hold without it. */
export interface Override {
  readonly rule: RuleName;
  readonly own: DatedValue;
  readonly wider?: DatedValue;
  readonly limits: readonly Limit[];
}

/** The rules of all places, dated and cited. Source: settled ¶rules-2. */
export interface Rulebook {
  readonly places: readonly Place[];
  readonly values: readonly DatedValue[];
  readonly sources: Sources;
  /** A place and the wider ones around it, narrowest first. */
  around(place: string): readonly Place[];
  /** The narrowest place that names one of the codes, the first code first; nothing where none does. */
  placeOf(codes: readonly string[]): Place | undefined;
  /** The value that applies; throws a RangeError where no place has set one, since a figure cannot rest on nothing. */
  inForce<N extends RuleName>(place: string, rule: N, on: Day): Cited<RuleValue<N>>;
  /** The value that applies, or nothing where no place has set one. */
  find<N extends RuleName>(place: string, rule: N, on: Day): Cited<RuleValue<N>> | undefined;
  /** Everything in force for a place on a day, in the catalogue's order. */
  standing(place: string, on: Day): readonly StandingRule[];
  /** Every value of a rule that a place or a wider one ever set, latest first and narrower before wider. */
  history(place: string, rule: RuleName): readonly DatedValue[];
  /** What the place set itself on a day where a wider one has set or limited the same rule. */
  overrides(place: string, on: Day): readonly Override[];
}

/** A rulebook of values that have been checked. */
export function createRulebook(places: readonly Place[], values: readonly DatedValue[], sources: Sources): Rulebook {
  const byId = new Map(places.map((place) => [place.id, place]));
  const byPlaceAndRule = Map.groupBy(values, ({ place, rule }) => `${place} ${rule}`);
  const around = (id: string): readonly Place[] => known(upwards(byId, id), id);
  /** What each place from this one up says of a rule on a day, narrowest first. */
  const said = (id: string, rule: RuleName, on: Day): readonly DatedValue[] =>
    around(id).flatMap((place) =>
      (byPlaceAndRule.get(`${place.id} ${rule}`) ?? []).filter((value) => isWithin(on, value)),
    );
  const stand = (id: string, rule: RuleName, on: Day): StandingRule => {
    const all = said(id, rule, on);
    const set = all.find(({ value }) => value !== undefined);
    const limits = limitsIn(all.filter(({ place }) => place !== id));
    return set === undefined ? { rule, limits } : { rule, set, limits };
  };
  const find: Rulebook["find"] = (place, rule, on) => {
    const { set } = stand(place, rule, on);
    return set === undefined ? undefined : (cited(set) as Cited<RuleValue<typeof rule>> | undefined);
  };
  return {
    places,
    values,
    sources,
    around,
    find,
    placeOf: (codes) => firstDefined(codes, (code) => places.find((place) => place.organisations.includes(code))),
    inForce: (place, rule, on) => {
      const found = find(place, rule, on);
      if (found === undefined) throw new RangeError(`No place has set ${rule} for ${place} on ${on}`);
      return found;
    },
    standing: (place, on) => ruleNames.map((rule) => stand(place, rule, on)).filter(isSaid),
    history: (place, rule) =>
      around(place)
        .flatMap(({ id }) => byPlaceAndRule.get(`${id} ${rule}`) ?? [])
        .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)),
    overrides: (place, on) => ruleNames.flatMap((rule) => overrideIn(place, rule, said(place, rule, on))),
  };
}

function overrideIn(place: string, rule: RuleName, said: readonly DatedValue[]): readonly Override[] {
  const own = said.find((value) => value.place === place && value.value !== undefined);
  const above = said.filter((value) => value.place !== place);
  if (own === undefined || above.length === 0) return [];
  const wider = above.find(({ value }) => value !== undefined);
  return [{ rule, own, ...(wider === undefined ? {} : { wider }), limits: limitsIn(above) }];
}

function limitsIn(values: readonly DatedValue[]): readonly Limit[] {
  return values.flatMap((by) => (by.narrower === undefined ? [] : [{ narrower: by.narrower, by }]));
}

function isSaid({ set, limits }: StandingRule): boolean {
  return set !== undefined || limits.length > 0;
}

function known(chain: readonly Place[], id: string): readonly Place[] {
  if (chain.length === 0) throw new RangeError(`The rulebook has no place ${id}`);
  return chain;
}

function firstDefined<T, U>(items: readonly T[], of: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = of(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
