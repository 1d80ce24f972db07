import { NotFound } from "#platform/access/errors.ts";
import { type Page, page } from "#platform/web/page.ts";
import { chosenPlace } from "../chosen-place.ts";
import { definitionOf, isRuleName } from "../rules/catalogue.ts";
import { presentValue } from "../rules/presented.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import { RuleHistoryView } from "./rule-history.view.tsx";

/** Every value a rule ever had for a place, with its paragraph. */
export function ruleHistoryPage(rulebook: Rulebook): Page<"anyone"> {
  return page("/rules/:rule", { permission: "anyone" }, ({ params, query, person }) => {
    const { rule } = params;
    if (!isRuleName(rule)) throw new NotFound(`The rulebook has no rule called ${rule}.`);
    const place = chosenPlace(rulebook, query.get("place") ?? undefined, person);
    const { title } = definitionOf(rule);
    return {
      title,
      section: "rules",
      trail: [{ text: `Rules in ${place.name}`, href: `/rules?${new URLSearchParams({ place: place.id })}` }],
      body: (
        <RuleHistoryView
          rule={rule}
          title={title}
          place={place}
          values={rulebook.history(place.id, rule).map((value) => presentValue(rulebook, value))}
        />
      ),
    };
  });
}
