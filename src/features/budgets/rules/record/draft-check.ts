import type { Refusal } from "#kernel/decision.ts";
import type { DraftMade, Revisions } from "./budget-events.ts";
import type { BudgetState } from "./budget-state.ts";

export type MakeDraftRefusal =
  | "no-envelope"
  | "draft-id-taken"
  | "basis-changed"
  | "no-fingerprints"
  | "other-envelope";

/** Whether the very same draft is on record already, so that recording it again changes nothing. Source: 003 ¶A1-36. */
export function isRecorded({ drafts }: BudgetState, { id, resultHash, basis }: DraftMade): boolean {
  const recorded = drafts.get(id);
  return recorded?.resultHash === resultHash && isSame(recorded.basis, basis);
}

/** Why a draft cannot be recorded: it says not what it was made from, or the record has moved on since. Source: 003 ¶A1-1. */
export function draftProblems(state: BudgetState, draft: DraftMade): readonly Refusal<MakeDraftRefusal>[] {
  const { id, basis, fingerprints, summary } = draft;
  if (state.envelope === undefined) return [{ code: "no-envelope" }];
  const stated = state.envelope.lines.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...(state.drafts.has(id) ? [{ code: "draft-id-taken", facts: { draft: id } } as const] : []),
    ...(isSame(basis, state.revisions) ? [] : [{ code: "basis-changed", facts: { draft: id } } as const]),
    ...(Object.keys(fingerprints).length === 0 ? [{ code: "no-fingerprints", facts: { draft: id } } as const] : []),
    ...(summary.envelope === stated
      ? []
      : [{ code: "other-envelope", facts: { draft: id, inDraft: summary.envelope, stated } } as const]),
  ];
}

/** Whether the record has come no further in what a draft rests on. */
export function isSame(a: Revisions, b: Revisions): boolean {
  return a.envelope === b.envelope && a.policy === b.policy && a.reviews === b.reviews;
}
