import { calculateBudgets, rulesInForce } from "#features/budgets/index.ts";
import { loadRulebook, loadSources } from "#features/rulebook/index.ts";
import { SAMPLE_RULEBOOK, SAMPLE_SOURCES } from "#sample/index.ts";
import { PROJECT } from "../folders.ts";
import { countryInput } from "./country-input.ts";
import { RULES } from "./places.ts";
import { best, repeated, timed } from "./repeated.ts";
import type { Tell } from "./tell.ts";

export interface BudgetJob {
  readonly practices: number;
  readonly seed: number;
}

/** Works out the budgets of so many practices in one run, with every explanation. */
export async function workOutBudgets({ practices, seed }: BudgetJob, tell: Tell) {
  const rulebook = loadRulebook([PROJECT.rulebook, SAMPLE_RULEBOOK], loadSources(PROJECT.sources, SAMPLE_SOURCES));
  const input = countryInput(practices, seed, rulesInForce(rulebook, RULES.place, RULES.on));
  const runs = await repeated((run) => {
    tell(`Working out the budgets of ${practices} practices (time ${run + 1})`);
    return timed(() => {
      const calculation = calculateBudgets(input);
      if ("refused" in calculation) throw new Error(`Refused: ${JSON.stringify(calculation.refused.slice(0, 3))}`);
      return calculation.run.practices.length;
    });
  });
  return { practices: runs[0].value, time: best(runs, (run) => run), first: runs[0].seconds };
}
