import { accept, type Decision } from "#kernel/decision.ts";
import { type Balance, type Movement, type MovementRefusal, movementProblems } from "../rules/ledger.ts";
import type { BudgetEvent } from "./budget-events.ts";
import type { BudgetState } from "./budget-state.ts";

export interface RecordMovement {
  readonly movement: Movement;
  /** The accounts that the version in force opened, with the hash of the result they were read from. */
  readonly opening: { readonly resultHash: string; readonly balances: readonly Balance[] };
}

export type RecordMovementRefusal = MovementRefusal | "nothing-issued" | "other-version";

/** Records a movement of money in the year on top of the version in force. */
export function recordMovement(
  state: BudgetState,
  { movement, opening }: RecordMovement,
): Decision<BudgetEvent, RecordMovementRefusal> {
  const inForce = state.issued.at(-1);
  if (inForce === undefined || state.envelope === undefined) return { refused: [{ code: "nothing-issued" }] };
  if (inForce.resultHash !== opening.resultHash) {
    return { refused: [{ code: "other-version", facts: { version: inForce.version } }] };
  }
  const [first, ...others] = movementProblems(movement, state.envelope.year, opening.balances, state.movements);
  if (first) return { refused: [first, ...others] };
  return accept({ type: "movement-recorded", data: movement });
}
