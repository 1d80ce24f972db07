import { accept, type Decision, type Refusal } from "#kernel/decision.ts";
import type { BudgetRules } from "../rules/budget-rules.ts";
import type { Envelope } from "../rules/envelope.ts";
import { checkEnvelope, type EnvelopeRefusal } from "../rules/envelope-check.ts";
import type { BudgetEvent, EnvelopeStated } from "./budget-events.ts";
import type { BudgetState } from "./budget-state.ts";

export interface StateEnvelope extends EnvelopeStated {
  readonly rules: Pick<BudgetRules, "noDeficitTopSlice" | "noFreedUpDeduction" | "minimumScope">;
}

export type StateEnvelopeRefusal = EnvelopeRefusal | "label-questioned" | "another-year";

/**
 * States or restates the envelope. One with a forbidden line is refused by rule; a label that speaks of a deficit or of
 * savings must be confirmed to be neither. Source: 003 ¶A1-22, ¶A1-8, ¶A1-11.
 */
export function stateEnvelope(state: BudgetState, command: StateEnvelope): Decision<BudgetEvent, StateEnvelopeRefusal> {
  const { on, envelope, confirmed } = command;
  const { refused, questioned } = checkEnvelope(envelope, command.rules);
  const open = questioned.filter(({ facts }) => !confirmed.some((line) => line === facts?.line));
  const [first, ...others]: readonly Refusal<StateEnvelopeRefusal>[] = [
    ...anotherYear(state.envelope, envelope),
    ...refused,
    ...open,
  ];
  if (first) return { refused: [first, ...others] };
  return accept({ type: "envelope-stated", data: { on, envelope, confirmed } });
}

function anotherYear(before: Envelope | undefined, now: Envelope): readonly Refusal<"another-year">[] {
  if (before === undefined || (before.pct === now.pct && before.year === now.year)) return [];
  return [{ code: "another-year", facts: { pct: before.pct, year: before.year } }];
}
