import type { Source } from "#kernel/cited.ts";
import type { Day } from "#kernel/period.ts";
import { definitionOf, type RuleName, sentenceOf } from "./catalogue.ts";
import type { DatedValue } from "./dated-value.ts";
import { limitInWords } from "./narrower.ts";
import type { Limit, Override, Rulebook, StandingRule } from "./rulebook.ts";
import { citation, paragraphAt } from "./source-document.ts";

/** A dated value in words, as pages and the command line show it. Source: settled ¶rules-1. */
export interface PresentedValue {
  readonly rule: RuleName;
  readonly title: string;
  /** The value as a sentence; where the place gives a limit only, that it does. */
  readonly says: string;
  readonly value?: unknown;
  readonly place: string;
  readonly placeName: string;
  readonly from: Day;
  readonly until?: Day;
  readonly source: Source;
  readonly citation: string;
  /** What the paragraph says, in our own words. */
  readonly paragraph?: string;
  /** What this value allows narrower places. */
  readonly allows?: string;
  readonly note?: string;
  readonly keptIn: string;
}

/** A rule in force in words, with what the places around it allow. */
export interface PresentedRule {
  readonly rule: RuleName;
  readonly title: string;
  readonly set?: PresentedValue;
  readonly limits: readonly PresentedLimit[];
}

export interface PresentedLimit {
  readonly allows: string;
  readonly placeName: string;
  readonly citation: string;
  readonly source: Source;
}

/** A value of a place's own in words, beside the wider one. */
export interface PresentedOverride {
  readonly own: PresentedValue;
  readonly wider?: PresentedValue;
  readonly limits: readonly PresentedLimit[];
  /** Whether the place says the same as the wider one, on its own authority. */
  readonly isSame: boolean;
}

export function presentValue(rulebook: Rulebook, dated: DatedValue): PresentedValue {
  const { rule, value, place, from, until, source, narrower, note, at } = dated;
  const paragraph = paragraphAt(rulebook.sources, source)?.text;
  return {
    rule,
    title: definitionOf(rule).title,
    says: value === undefined ? "Sets no value, only a limit for narrower places." : sentenceOf(rule, value),
    ...(value === undefined ? {} : { value }),
    place,
    placeName: placeName(rulebook, place),
    from,
    ...(until === undefined ? {} : { until }),
    source,
    citation: citation(source),
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(narrower === undefined ? {} : { allows: limitInWords(narrower, rule) }),
    ...(note === undefined ? {} : { note }),
    keptIn: `${at.file}:${at.line}`,
  };
}

export function presentRule(rulebook: Rulebook, { rule, set, limits }: StandingRule): PresentedRule {
  return {
    rule,
    title: definitionOf(rule).title,
    ...(set === undefined ? {} : { set: presentValue(rulebook, set) }),
    limits: limits.map((limit) => presentLimit(rulebook, limit)),
  };
}

export function presentOverride(rulebook: Rulebook, { own, wider, limits }: Override): PresentedOverride {
  const presented = presentValue(rulebook, own);
  const above = wider === undefined ? undefined : presentValue(rulebook, wider);
  return {
    own: presented,
    ...(above === undefined ? {} : { wider: above }),
    limits: limits.map((limit) => presentLimit(rulebook, limit)),
    isSame: above?.says === presented.says,
  };
}

function presentLimit(rulebook: Rulebook, { narrower, by }: Limit): PresentedLimit {
  return {
    allows: limitInWords(narrower, by.rule),
    placeName: placeName(rulebook, by.place),
    citation: citation(by.source),
    source: by.source,
  };
}

function placeName(rulebook: Rulebook, id: string): string {
  return rulebook.places.find((place) => place.id === id)?.name ?? id;
}
