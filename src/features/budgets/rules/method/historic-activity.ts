import { type Explanation, workedOut } from "#kernel/explanation.ts";
import { baselineOf } from "../baseline.ts";
import type { Standing } from "../standing.ts";
import { known } from "../stated.ts";
import {
  applied,
  type Basis,
  cautionFrom,
  type DevolvedLine,
  type LineToDevolve,
  sharedByWeight,
} from "./devolved-line.ts";
import { fitToLine } from "./fit-to-line.ts";

const WITHOUT_HISTORY = {
  id: "expected",
  label: "Weighted capitation, as there is no history",
  changedBy: "Its list, its need index, or a full window of its own activity next year.",
};

/**
 * A line by history: what a practice's patients used in the window, at the budget year's prices, with general growth,
 * fitted to the line. A practice without history has its weighted share. Source: 003 ¶A1-5, ¶A1-7, ¶A1-18.
 */
export function byHistoricActivity(target: LineToDevolve, activities: readonly string[], basis: Basis): DevolvedLine {
  const spread = basis.weigh(basis.rules.needComponentOfLine.value[target.line.service]);
  const byNeed = sharedByWeight(WITHOUT_HISTORY, target.amount, spread);
  const activity = new Map(
    [...basis.standings.values()]
      .filter(usesHistory)
      .map((standing) => [standing.practice.code, baselineOf(standing, activities, basis.window)]),
  );
  const expected = new Map(
    [...basis.standings.keys()].map((code) => {
      const used = activity.get(code);
      return [code, used ? grown(used.budgetYear, basis) : known(byNeed.get(code), `The weighted share of ${code}`)];
    }),
  );
  const fitted = fitToLine(target, { expected, spread, restLabel: "care not in activity data" });
  const practices = new Map(
    [...fitted.practices].map(([code, devolved]) => {
      const used = activity.get(code);
      return [code, used ? { ...devolved, activity: used } : devolved];
    }),
  );
  return { practices, figures: fitted.figures };
}

function usesHistory({ kind, hasHistory }: Standing): boolean {
  return hasHistory || kind === "closed";
}

function grown(activity: Explanation, { growth, rules, window: { earlier, later } }: Basis): Explanation {
  const months = `the last ${earlier.months.length} months of ${earlier.year} and the first ${later.months.length} of ${later.year}`;
  const remarks = {
    ...applied(`History is the activity of ${months}, at the budget year's prices.`, rules.historicWindow),
    ...cautionFrom(activity),
    changedBy: "A correction of the activity behind it, of a price, or of the general growth rate.",
  };
  return workedOut({ id: "expected", label: "Activity with general growth", ...remarks }, "pence", "uplift", [
    activity,
    growth,
  ]);
}
