import { dayInLondon, isDay } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { dayText } from "#platform/web/words/dates.ts";
import { chosenPlace } from "../chosen-place.ts";
import { isRuleName } from "../rules/catalogue.ts";
import { presentOverride, presentRule } from "../rules/presented.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import { ruleLines } from "./rules-text.ts";

/** Shows the rules in force for a place and a day, or one of them. */
export function showVerb(rulebook: () => Rulebook): Verb<"anyone"> {
  return verb(
    {
      name: "rules show",
      summary: "Show the rules in force for a place and a day.",
      permission: "anyone",
      options: {
        place: { about: "the place, such as hertfordshire; your own unless named", value: "place" },
        on: { about: "the day, such as 2007-04-01; today unless named", value: "day" },
        rule: { about: "only this rule, such as fair-share.tolerance", value: "rule" },
      },
    },
    ({ options, person }, terminal) => {
      const on = options.on ?? dayInLondon(terminal.now());
      if (!isDay(on)) return { refused: [`${on} is not a day. Give a day like 2007-04-01.`] };
      if (options.rule !== undefined && !isRuleName(options.rule)) throw noSuchRule(options.rule);
      const book = rulebook();
      const place = chosenPlace(book, options.place, person);
      const isAsked = ({ rule }: { readonly rule: string }) => options.rule === undefined || rule === options.rule;
      const rules = book
        .standing(place.id, on)
        .filter(isAsked)
        .map((rule) => presentRule(book, rule));
      const overrides = book.overrides(place.id, on).map((override) => presentOverride(book, override));
      const head = `Rules in force in ${place.name} on ${dayText(on)}: ${rules.length}`;
      return {
        text: [head, ...rules.flatMap((rule) => ["", ...ruleLines(rule)])],
        data: { place: place.id, on, rules, overrides: overrides.filter(({ own }) => isAsked(own)) },
      };
    },
  );
}

/** Says that a rule is unknown, and how to find those that are known. */
export function noSuchRule(rule: string): NotFound {
  return new NotFound(`The rulebook has no rule called ${rule}. List them with rules show.`);
}
