import type { Verb } from "#platform/cli/verb.ts";
import type { RulebookProblem } from "../rules/problem.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import { checkVerb } from "./check.ts";
import { historyVerb } from "./history.ts";
import { showVerb } from "./show.ts";

/** What the verbs of the rulebook need. The rulebook is asked for late, so that one with problems can still be checked. */
export interface RulebookVerbsWiring {
  readonly rulebook: () => Rulebook;
  readonly problems: () => readonly RulebookProblem[];
}

/** The verbs on rules, open to anyone. */
export function verbs({ rulebook, problems }: RulebookVerbsWiring): readonly Verb<"anyone">[] {
  return [showVerb(rulebook), historyVerb(rulebook), checkVerb(problems)];
}
