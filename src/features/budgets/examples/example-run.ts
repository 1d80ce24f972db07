import type { Explanation } from "#kernel/explanation.ts";
import type { BudgetInput } from "../rules/budget-input.ts";
import { type BudgetRun, figureIn, type PracticeBudget } from "../rules/budget-run.ts";
import { calculateBudgets } from "../rules/calculate-budgets.ts";
import type { EnvelopeLine } from "../rules/envelope.ts";
import { exampleInput } from "./example-input.ts";

/** The run of an input that nothing is wrong with. */
export function runOf(input: BudgetInput): BudgetRun {
  const calculation = calculateBudgets(input);
  if ("refused" in calculation) throw new Error(`Refused: ${calculation.refused.map(({ code }) => code).join(", ")}`);
  return calculation.run;
}

/** The example input with some of its lines exchanged, or others added, by id. */
export function withLines(...lines: readonly EnvelopeLine[]): Pick<BudgetInput, "envelope"> {
  const { envelope } = exampleInput();
  const named = new Set(lines.map(({ id }) => id));
  return { envelope: { ...envelope, lines: [...envelope.lines.filter(({ id }) => !named.has(id)), ...lines] } };
}

/** A practice of a run; throws where there is none. */
export function practiceIn(run: BudgetRun, code: string): PracticeBudget {
  const found = run.practices.find((practice) => practice.code === code);
  if (found === undefined) throw new Error(`No practice ${code}`);
  return found;
}

/** What a practice's line comes to, in whole pounds and pence, with whatever is held of it and why. */
export function lineIn(run: BudgetRun, code: string, line: string) {
  const found = practiceIn(run, code).lines.find((each) => each.line === line);
  if (found === undefined) return undefined;
  const { devolved, net, held } = found;
  return { devolved: devolved / 100, net: net / 100, held: held.map(({ reason }) => reason).join(" ") };
}

/** The figure at an address; throws where there is none. */
export function figure(run: BudgetRun, address: string): Explanation {
  const found = figureIn(run, address);
  if (found === undefined) throw new Error(`No figure at ${address}`);
  return found;
}
