import { accept, type Decision, type Refusal } from "#kernel/decision.ts";
import type { BudgetEvent, ReviewRecorded } from "./budget-events.ts";

export type ReviewRefusal =
  | "review-without-prevalence"
  | "review-without-use"
  | "review-without-both-sides"
  | "review-shift"
  | "review-shift-without-move"
  | "review-note";

/** Roles that speak at a utilisation review: both sides must be there, since it is a dialogue. */
export const REVIEW_ROLES = {
  practice: ["GP", "GP lead", "practice manager", "practice nurse"],
  pct: ["PCT finance", "PCT information", "public health", "medicines management", "locality manager"],
} as const;

const HASH = /^[0-9a-f]{64}$/;

/**
 * Records a utilisation review: prevalence and use against peers, both sides heard, an outcome from the list, and the most
 * that may move. Who spoke is recorded by role; notes only by their hash. Source: 003 ¶A1-15, ¶A1-16.
 */
export function recordReview(review: ReviewRecorded): Decision<BudgetEvent, ReviewRefusal> {
  const [first, ...others] = problemsOf(review);
  if (first) return { refused: [first, ...others] };
  return accept({ type: "utilisation-review-recorded", data: review });
}

function problemsOf(review: ReviewRecorded): readonly Refusal<ReviewRefusal>[] {
  const { practice, measures, spoke, outcome, decidedShift, noteHash } = review;
  const roles = [...REVIEW_ROLES.practice, ...REVIEW_ROLES.pct];
  const heard = (side: readonly string[]) => spoke.some((role) => side.includes(role));
  const isDialogue =
    heard(REVIEW_ROLES.practice) && heard(REVIEW_ROLES.pct) && spoke.every((role) => isOneOf(role, roles));
  const checks: readonly (readonly [boolean, ReviewRefusal])[] = [
    [!measures.some(({ kind }) => kind === "prevalence"), "review-without-prevalence"],
    [!measures.some(({ kind }) => kind === "use"), "review-without-use"],
    [!isDialogue, "review-without-both-sides"],
    [!Number.isSafeInteger(decidedShift) || decidedShift < 0, "review-shift"],
    [outcome !== "move-towards-fair-share" && decidedShift > 0, "review-shift-without-move"],
    [noteHash !== undefined && !HASH.test(noteHash), "review-note"],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, code]) => ({ code, facts: { practice } }));
}

function isOneOf(role: string, roles: readonly string[]): boolean {
  return roles.includes(role);
}
