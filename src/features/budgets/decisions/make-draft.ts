import { accept, type Decision, type Refusal } from "#kernel/decision.ts";
import type { BudgetEvent, DraftMade, Revisions } from "./budget-events.ts";
import type { BudgetState } from "./budget-state.ts";

export type MakeDraftRefusal =
  | "no-envelope"
  | "draft-id-taken"
  | "basis-changed"
  | "no-fingerprints"
  | "other-envelope";

/**
 * Records that a run was made: what went in by fingerprint, what came out by hash, and how far the record had come. The
 * same run under the same id changes nothing.
 */
export function makeDraft(state: BudgetState, draft: DraftMade): Decision<BudgetEvent, MakeDraftRefusal> {
  const taken = state.drafts.get(draft.id);
  if (taken?.resultHash === draft.resultHash && isSame(taken.basis, draft.basis)) return accept<BudgetEvent>();
  const [first, ...others] = problemsOf(state, draft);
  if (first) return { refused: [first, ...others] };
  return accept({ type: "draft-made", data: draft });
}

function problemsOf(state: BudgetState, draft: DraftMade): readonly Refusal<MakeDraftRefusal>[] {
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
