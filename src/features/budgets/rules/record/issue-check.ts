import type { Refusal } from "#kernel/decision.ts";
import { type Day, firstDayOf, isWithin, lastDayOf } from "#kernel/period.ts";
import type { BudgetRules } from "../budget-rules.ts";
import { checkEnvelope, type EnvelopeRefusal } from "../envelope-check.ts";
import type { DraftMade, EarlierMovements } from "./budget-events.ts";
import type { BudgetState } from "./budget-state.ts";
import { isSame } from "./draft-check.ts";

export interface IssueDraft {
  readonly draft: string;
  readonly on: Day;
  readonly inForceFrom: Day;
  /** Needed once movements are recorded under a version before. */
  readonly earlierMovements?: EarlierMovements;
  readonly rules: Pick<BudgetRules, "noDeficitTopSlice" | "noFreedUpDeduction" | "minimumScope">;
}

export type IssueRefusal =
  | EnvelopeRefusal
  | "no-envelope"
  | "draft-issued-already"
  | "draft-out-of-date"
  | "draft-not-conserved"
  | "in-force-outside-year"
  | "in-force-before-last"
  | "shift-without-review"
  | "shift-without-policy"
  | "shift-beyond-review"
  | "review-waits-for-policy"
  | "earlier-movements-open";

type Problem = Refusal<IssueRefusal>;
type Stating = BudgetState & Required<Pick<BudgetState, "envelope">>;

/**
 * Why a draft cannot be issued: only one on the latest record, whose money is conserved, whose envelope breaks no rule and
 * whose movements all rest on a review and a policy. Source: 003 ¶A1-10, ¶A1-15, ¶2.2.4-3.
 */
export function issueProblems(state: BudgetState, draft: DraftMade, command: IssueDraft): readonly Problem[] {
  if (!hasEnvelope(state)) return [{ code: "no-envelope" }];
  return [
    ...draftProblems(state, draft),
    ...dateProblems(state, command),
    ...checkEnvelope(state.envelope, command.rules).refused,
    ...fairShareProblems(state, draft),
    ...movementQuestion(state, command),
  ];
}

function hasEnvelope(state: BudgetState): state is Stating {
  return state.envelope !== undefined;
}

function draftProblems(state: BudgetState, { id, basis, summary }: DraftMade): readonly Problem[] {
  const facts = { draft: id };
  const { envelope, budgets, held, unallocated, unbalancedLines } = summary;
  const isConserved = unallocated === 0 && budgets + held === envelope && unbalancedLines.length === 0;
  return [
    ...(state.issued.some(({ draft }) => draft === id) ? [{ code: "draft-issued-already", facts } as const] : []),
    ...(isSame(basis, state.revisions) ? [] : [{ code: "draft-out-of-date", facts } as const]),
    ...(isConserved
      ? []
      : [{ code: "draft-not-conserved", facts: { ...facts, missing: envelope - budgets - held } } as const]),
  ];
}

function dateProblems({ envelope, issued }: Stating, { inForceFrom }: IssueDraft): readonly Problem[] {
  const last = issued.at(-1);
  const year = { from: firstDayOf(envelope.year), until: lastDayOf(envelope.year) };
  return [
    ...(isWithin(inForceFrom, year) ? [] : [{ code: "in-force-outside-year", facts: { inForceFrom } } as const]),
    ...(last && inForceFrom < last.inForceFrom
      ? [{ code: "in-force-before-last", facts: { inForceFrom, last: last.inForceFrom } } as const]
      : []),
  ];
}

function fairShareProblems({ reviews, policy }: BudgetState, { summary }: DraftMade): readonly Problem[] {
  const shifts = summary.shifts.flatMap(({ practice, amount }): readonly Problem[] => {
    const review = reviews.get(practice);
    if (review === undefined) return [{ code: "shift-without-review", facts: { practice } }];
    const isBeyond = Math.abs(amount) > review.decidedShift;
    return isBeyond ? [{ code: "shift-beyond-review", facts: { practice, decided: review.decidedShift } }] : [];
  });
  if (policy !== undefined) return shifts;
  const waiting = [...reviews.values()].filter(({ decidedShift }) => decidedShift > 0);
  return [
    ...shifts,
    ...(summary.shifts.length > 0 ? [{ code: "shift-without-policy" } as const] : []),
    ...waiting.map(({ practice }) => ({ code: "review-waits-for-policy", facts: { practice } }) as const),
  ];
}

function movementQuestion({ movements }: BudgetState, { earlierMovements }: IssueDraft): readonly Problem[] {
  const isOpen = movements.length > 0 && earlierMovements === undefined;
  return isOpen ? [{ code: "earlier-movements-open", facts: { movements: movements.length } }] : [];
}
