import { type Day, dayInLondon, isDay } from "#kernel/period.ts";
import { type Page, page } from "#platform/web/page.ts";
import { chosenPlace } from "../chosen-place.ts";
import { topics } from "../rules/catalogue.ts";
import { presentOverride, presentRule } from "../rules/presented.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import { RulesInForceView } from "./rules-in-force.view.tsx";

/** The rules in force for a place on a day. Rules are open to anyone, as plans and decisions are (003 ¶2.2.2-8). */
export function rulesInForcePage(rulebook: Rulebook): Page<"anyone"> {
  return page("/rules", { permission: "anyone" }, ({ query, now, person }) => {
    const place = chosenPlace(rulebook, query.get("place") ?? undefined, person);
    const asked = query.get("on")?.trim() ?? "";
    const today = dayInLondon(now);
    const on: Day = isDay(asked) ? asked : today;
    const isWrong = asked !== "" && !isDay(asked);
    const standing = rulebook.standing(place.id, on).map((rule) => presentRule(rulebook, rule));
    return {
      title: `Rules in force in ${place.name}`,
      section: "rules",
      body: (
        <RulesInForceView
          place={place}
          around={rulebook.around(place.id)}
          places={rulebook.places}
          on={on}
          entered={asked === "" ? on : asked}
          problems={isWrong ? [{ field: "on", message: `${asked} is not a day. Enter a day like 2007-04-01.` }] : []}
          topics={topics.map(({ title, rules }) => ({
            title,
            rules: standing.filter(({ rule }) => (rules as readonly string[]).includes(rule)),
          }))}
          overrides={rulebook.overrides(place.id, on).map((override) => presentOverride(rulebook, override))}
        />
      ),
    };
  });
}
