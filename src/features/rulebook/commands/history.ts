import { type Verb, verb } from "#platform/cli/verb.ts";
import { chosenPlace } from "../chosen-place.ts";
import { definitionOf, isRuleName } from "../rules/catalogue.ts";
import { presentValue } from "../rules/presented.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import { historyLines } from "./rules-text.ts";
import { noSuchRule } from "./show.ts";

/** Shows every value a rule ever had for a place, latest first. */
export function historyVerb(rulebook: () => Rulebook): Verb<"anyone"> {
  return verb(
    {
      name: "rules history",
      summary: "Show every value a rule ever had for a place, latest first.",
      permission: "anyone",
      arguments: { rule: { about: "the rule, such as fair-share.tolerance" } },
      options: { place: { about: "the place, such as hertfordshire; your own unless named", value: "place" } },
    },
    ({ arguments: { rule }, options, person }) => {
      if (!isRuleName(rule)) throw noSuchRule(rule);
      const book = rulebook();
      const place = chosenPlace(book, options.place, person);
      const values = book.history(place.id, rule).map((value) => presentValue(book, value));
      const head = `${definitionOf(rule).title} (${rule}) in ${place.name}`;
      const lines = values.length === 0 ? ["", "No place has set it yet."] : values.flatMap(indented);
      return { text: [head, ...lines], data: { rule, place: place.id, values } };
    },
  );
}

function indented(value: Parameters<typeof historyLines>[0]): readonly string[] {
  return ["", ...historyLines(value)];
}
