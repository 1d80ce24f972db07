import { type Verb, verb } from "#platform/cli/verb.ts";
import { problemText, type RulebookProblem } from "../rules/problem.ts";

/** Checks the rulebook and its sources, and refuses with every problem there is: file, line, rule, what to do. */
export function checkVerb(problems: () => readonly RulebookProblem[]): Verb<"anyone"> {
  return verb(
    { name: "rules check", summary: "Check the rulebook and the sources it cites.", permission: "anyone" },
    () => {
      const [first, ...others] = problems().map(problemText);
      if (first !== undefined) return { refused: [first, ...others] };
      return { text: "Every value has its source, and none leaves its limits.", data: { problems: [] } };
    },
  );
}
