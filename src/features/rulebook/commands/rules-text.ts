import { spanText } from "#platform/web/words/dates.ts";
import type { PresentedRule, PresentedValue } from "../rules/presented.ts";

/** A rule in force as lines of text: its name, what it says, whose it is, and what is allowed. */
export function ruleLines({ rule, set, limits }: PresentedRule): readonly string[] {
  const allowed = limits.map(({ allows, placeName, citation }) => `  ${placeName} allows ${allows} (${citation}).`);
  if (set === undefined) return [rule, "  No value set.", ...allowed];
  return [rule, `  ${set.says}`, `  ${whose(set)}`, ...allowed];
}

/** A value of a rule's history as lines of text. */
export function historyLines(value: PresentedValue): readonly string[] {
  const { says, allows, paragraph, note, keptIn } = value;
  return [
    says,
    `  ${whose(value)}`,
    ...(allows === undefined ? [] : [`  Narrower places may set ${allows}.`]),
    ...(paragraph === undefined ? [] : [`  The paragraph: ${paragraph}`]),
    ...(note === undefined ? [] : [`  Note: ${note}`]),
    `  Kept in ${keptIn}`,
  ];
}

function whose(value: PresentedValue): string {
  return `Set by ${value.placeName}, ${spanText(value)}. Source: ${value.citation}.`;
}
