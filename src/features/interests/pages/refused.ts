import type { Refusal } from "#kernel/decision.ts";
import type { Problem, Problems } from "#platform/web/outcome.ts";
import type { InterestRefusal } from "../decisions.ts";
import { refusalWords } from "../refusals.ts";

const FIELDS: { readonly [C in InterestRefusal]?: string } = {
  "ends-before-it-begins": "until",
  "ended-in-future": "last",
  "gift-in-future": "on",
  "value-not-pence": "value",
};

/** What was refused as problems of a form, in words, each beside its field where it has one. */
export function refusedForm([first, ...others]: readonly [
  Refusal<InterestRefusal>,
  ...Refusal<InterestRefusal>[],
]): Problems {
  const problem = (refusal: Refusal<InterestRefusal>): Problem => {
    const field = FIELDS[refusal.code];
    return { message: refusalWords(refusal), ...(field !== undefined && { field }) };
  };
  return { problems: [problem(first), ...others.map(problem)] };
}
