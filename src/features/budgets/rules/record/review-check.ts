import type { Refusal } from "#kernel/decision.ts";
import type { ReviewRecorded } from "./budget-events.ts";

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
 * Why a review cannot be recorded. It compares prevalence and use with peers, hears both sides, and decides the most that
 * may move; who spoke is recorded by role, and notes only by their hash. Source: 003 ¶A1-15, ¶A1-16.
 */
export function reviewProblems(review: ReviewRecorded): readonly Refusal<ReviewRefusal>[] {
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
