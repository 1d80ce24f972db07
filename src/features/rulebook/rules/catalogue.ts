import type { z } from "zod";
import type { Cited } from "#kernel/cited.ts";
import type { AppliedRule } from "#kernel/explanation.ts";
import { arrivalRules } from "./catalogue/arrival-rules.ts";
import { budgetRules } from "./catalogue/budget-rules.ts";
import { disclosureRules } from "./catalogue/disclosure-rules.ts";
import { fairShareRules } from "./catalogue/fair-share-rules.ts";
import { interestRules } from "./catalogue/interest-rules.ts";
import { loadingRules } from "./catalogue/loading-rules.ts";
import { needRules } from "./catalogue/need-rules.ts";
import { peopleRules } from "./catalogue/people-rules.ts";
import { priceRules } from "./catalogue/price-rules.ts";
import { retentionRules } from "./catalogue/retention-rules.ts";
import type { RuleDefinition } from "./definition.ts";

/** Every rule the product knows, by name. A value of any other is refused. Source: settled ¶rules-1. */
export const catalogue = {
  ...budgetRules,
  ...fairShareRules,
  ...needRules,
  ...priceRules,
  ...loadingRules,
  ...arrivalRules,
  ...peopleRules,
  ...interestRules,
  ...retentionRules,
  ...disclosureRules,
} as const;

/** The catalogue by topic, in the order people read it. */
export const topics = [
  { title: "Budgets", rules: ruleNamesOf(budgetRules) },
  { title: "Fair shares", rules: ruleNamesOf(fairShareRules) },
  { title: "Need and prescribing", rules: ruleNamesOf(needRules) },
  { title: "Prices", rules: ruleNamesOf(priceRules) },
  { title: "Loading and stand-ins", rules: ruleNamesOf(loadingRules) },
  { title: "Arrival and room", rules: ruleNamesOf(arrivalRules) },
  { title: "People", rules: ruleNamesOf(peopleRules) },
  { title: "Interests", rules: ruleNamesOf(interestRules) },
  { title: "Retention", rules: ruleNamesOf(retentionRules) },
  { title: "Small numbers", rules: ruleNamesOf(disclosureRules) },
] as const;

export type RuleName = keyof typeof catalogue;
/** The type of a rule's value. */
export type RuleValue<N extends RuleName> = z.output<(typeof catalogue)[N]["schema"]>;

export const ruleNames = Object.keys(catalogue) as readonly RuleName[];

export function isRuleName(text: string): text is RuleName {
  return Object.hasOwn(catalogue, text);
}

/** What is known of a rule whose value's type does not matter, such as for showing it. */
export function definitionOf(rule: RuleName): RuleDefinition<unknown> {
  return catalogue[rule] as unknown as RuleDefinition<unknown>;
}

/** A value as one sentence. */
export function sentenceOf(rule: RuleName, value: unknown): string {
  return definitionOf(rule).says(value);
}

/** A cited value with its sentence, to be kept in the explanation of what it made. */
export function applied(cited: Cited<unknown>): AppliedRule {
  if (!isRuleName(cited.rule)) throw new RangeError(`${cited.rule} is no rule of the catalogue`);
  return { sentence: sentenceOf(cited.rule, cited.value), cited };
}

function ruleNamesOf<G extends object>(group: G): readonly (keyof G & RuleName)[] {
  return Object.keys(group) as (keyof G & RuleName)[];
}
