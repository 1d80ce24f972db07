import type { Cited } from "#kernel/cited.ts";
import { accept, type Decision, type Refusal } from "#kernel/decision.ts";
import { checkEnvelope, type EnvelopeRefusal } from "./rules/envelope-check.ts";
import { type Balance, type Movement, type MovementRefusal, movementProblems } from "./rules/ledger.ts";
import type { BudgetEvent, DraftMade, EnvelopeStated, ReviewRecorded } from "./rules/record/budget-events.ts";
import type { BudgetState } from "./rules/record/budget-state.ts";
import { draftProblems, isRecorded, type MakeDraftRefusal } from "./rules/record/draft-check.ts";
import { type IssueDraft, type IssueRefusal, issueProblems } from "./rules/record/issue-check.ts";
import { isAgreed, type PolicyRefusal, type ProposedPolicy, policyProblems } from "./rules/record/policy-check.ts";
import { type ReviewRefusal, reviewProblems } from "./rules/record/review-check.ts";

export interface StateEnvelope extends EnvelopeStated {
  readonly rules: IssueDraft["rules"];
}

export interface RecordMovement {
  readonly movement: Movement;
  /** The accounts that the version in force opened, with the hash of the result they were read from. */
  readonly opening: { readonly resultHash: string; readonly balances: readonly Balance[] };
  /** Those who hold an entry and in whose affairs whoever records it may not decide. */
  readonly barred?: readonly string[];
}

/** What may be asked of the budgets of a PCT for a year. */
export type BudgetCommand =
  | ({ readonly kind: "state-envelope" } & StateEnvelope)
  | { readonly kind: "set-fair-share-policy"; readonly policy: ProposedPolicy; readonly largestShift: Cited<number> }
  | { readonly kind: "record-utilisation-review"; readonly review: ReviewRecorded }
  | { readonly kind: "make-draft"; readonly draft: DraftMade }
  | ({ readonly kind: "issue-draft" } & IssueDraft)
  | ({ readonly kind: "record-movement" } & RecordMovement);

type StateRefusal = EnvelopeRefusal | "label-questioned" | "another-year";
type LedgerRefusal = MovementRefusal | "nothing-issued" | "other-version" | "holder-barred";

/** Every reason for which a command about budgets is refused. */
export type BudgetDecisionRefusal =
  | StateRefusal
  | PolicyRefusal
  | ReviewRefusal
  | MakeDraftRefusal
  | IssueRefusal
  | LedgerRefusal
  | "draft-unknown";

type BudgetDecision = Decision<BudgetEvent, BudgetDecisionRefusal>;
type Problems = readonly Refusal<BudgetDecisionRefusal>[];

/** What a command leads to in a state: events to record, or all the reasons why not. */
export function decide(state: BudgetState, command: BudgetCommand): BudgetDecision {
  switch (command.kind) {
    case "state-envelope":
      return stateEnvelope(state, command);
    case "set-fair-share-policy": {
      const { policy, largestShift } = command;
      const problems = policyProblems(policy, largestShift);
      return unless(problems, isAgreed(policy) ? [{ type: "fair-share-policy-set", data: policy }] : []);
    }
    case "record-utilisation-review":
      return unless(reviewProblems(command.review), [{ type: "utilisation-review-recorded", data: command.review }]);
    case "make-draft": {
      if (isRecorded(state, command.draft)) return accept<BudgetEvent>();
      return unless(draftProblems(state, command.draft), [{ type: "draft-made", data: command.draft }]);
    }
    case "issue-draft":
      return issueDraft(state, command);
    case "record-movement":
      return recordMovement(state, command);
  }
}

/** States or restates the envelope; a label that speaks of a deficit or of savings must be confirmed to be neither. */
function stateEnvelope({ envelope: before }: BudgetState, command: StateEnvelope): BudgetDecision {
  const { on, envelope, confirmed } = command;
  const { refused, questioned } = checkEnvelope(envelope, command.rules);
  const isOther = before !== undefined && (before.pct !== envelope.pct || before.year !== envelope.year);
  const problems: Problems = [
    ...(isOther ? [{ code: "another-year", facts: { pct: before.pct, year: before.year } } as const] : []),
    ...refused,
    ...questioned.filter(({ facts }) => !confirmed.some((line) => line === facts?.line)),
  ];
  return unless(problems, [{ type: "envelope-stated", data: { on, envelope, confirmed } }]);
}

/** Issues a draft: frozen under the next number and in force from a day. */
function issueDraft(state: BudgetState, command: IssueDraft): BudgetDecision {
  const draft = state.drafts.get(command.draft);
  if (draft === undefined) return { refused: [{ code: "draft-unknown", facts: { draft: command.draft } }] };
  const { on, inForceFrom, earlierMovements } = command;
  const version = state.issued.length + 1;
  const data = { draft: draft.id, version, on, inForceFrom, resultHash: draft.resultHash };
  const issued = { ...data, ...(earlierMovements && { earlierMovements }) };
  return unless(issueProblems(state, draft, command), [{ type: "draft-issued", data: issued }]);
}

/** Records a movement of money in the year on top of the version in force. */
function recordMovement(state: BudgetState, { movement, opening, barred = [] }: RecordMovement): BudgetDecision {
  const inForce = state.issued.at(-1);
  if (inForce === undefined || state.envelope === undefined) return { refused: [{ code: "nothing-issued" }] };
  if (inForce.resultHash !== opening.resultHash) {
    return { refused: [{ code: "other-version", facts: { version: inForce.version } }] };
  }
  const problems = [
    ...barred.map((holder) => ({ code: "holder-barred", facts: { movement: movement.id, holder } }) as const),
    ...movementProblems(movement, state.envelope.year, opening.balances, state.movements),
  ];
  return unless(problems, [{ type: "movement-recorded", data: movement }]);
}

function unless([problem, ...others]: Problems, events: readonly BudgetEvent[]): BudgetDecision {
  return problem ? { refused: [problem, ...others] } : { events };
}
