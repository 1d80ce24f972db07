import type { Refusal } from "#kernel/decision.ts";
import type { Problem, Problems } from "#platform/web/outcome.ts";
import { type BudgetRefusal, refusalWords } from "../refusals.ts";

type Field = (refusal: Refusal<BudgetRefusal>) => string | undefined;

/** What was refused as problems of a form, in words, each beside its field where one is known. */
export function refusedForm(
  [first, ...others]: readonly [Refusal<BudgetRefusal>, ...Refusal<BudgetRefusal>[]],
  fieldOf: Field = () => undefined,
): Problems {
  const problem = (refusal: Refusal<BudgetRefusal>): Problem => {
    const field = fieldOf(refusal);
    return { message: refusalWords(refusal), ...(field !== undefined && { field }) };
  };
  return { problems: [problem(first), ...others.map(problem)] };
}

/** One problem of a field, in words. */
export function wrong(field: string | undefined, message: string): Problems {
  return { problems: [{ message, ...(field !== undefined && { field }) }] };
}
