import type { AppliedRule, Explanation, Working } from "#kernel/explanation.ts";
import { figureText } from "./amounts.ts";
import { spanText } from "./dates.ts";

const WORKING: { readonly [W in Exclude<Working, "given">]: string } = {
  sum: "It is all of these added up.",
  difference: "It is the first of these less the others.",
  part: "It is the first of these times the second, a rate.",
  uplift: "It is the first of these with the second, a rate, put on.",
  share: "It is the first of these, shared out by the second, out of the third.",
  product: "It is the first of these times the second.",
  distance: "It is how far the first of these is from the second, as a rate of the second.",
  least: "It is the smallest of these.",
  greatest: "It is the largest of these.",
};

/** How a figure follows from its inputs, in one sentence. */
export function workingText({ working, origin }: Explanation): string {
  if (working !== "given") return WORKING[working];
  return origin === undefined
    ? "It was stated, not worked out from other figures."
    : "It was taken from what was loaded, not worked out from other figures.";
}

/** Where a rule comes from: its paragraph, the place that set it, the days on which it holds. */
export function ruleText({ cited }: AppliedRule): string {
  const source = `${cited.source.document} ¶${cited.source.paragraph}`;
  return `Source: ${source}. Set by ${placeText(cited.place)}, ${spanText(cited)}. In the rulebook: ${cited.rule}.`;
}

/** A place of the rulebook as people write it: `east-of-england` is East of England. */
export function placeText(place: string): string {
  return place
    .split("-")
    .map((word) => (/^(and|of|the)$/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ");
}

/** A figure's explanation as plain text, to copy or to print on a terminal; its inputs with how each was worked out. */
export function whyText(explanation: Explanation, command?: string): string {
  const { rules = [], inputs, caution, changedBy } = explanation;
  return [
    `${explanation.label}: ${figureText(explanation, { pence: true })}`,
    ...(caution === undefined ? [] : [`Take care: ${caution}`]),
    ...rules.flatMap((rule) => [rule.sentence, `  ${ruleText(rule)}`]),
    workingText(explanation),
    ...inputs.map((input) => `  ${input.label}: ${figureText(input, { pence: true })}`),
    ...(changedBy === undefined ? [] : [`What would change it: ${changedBy}`]),
    ...(command === undefined ? [] : [`To work it out again: ${command}`]),
  ].join("\n");
}
