import type { Decision } from "#kernel/decision.ts";
import type { BudgetEvent, DraftMade, ReviewRecorded } from "./decisions/budget-events.ts";
import type { BudgetState } from "./decisions/budget-state.ts";
import { type IssueDraft, type IssueRefusal, issueDraft } from "./decisions/issue-draft.ts";
import { type MakeDraftRefusal, makeDraft } from "./decisions/make-draft.ts";
import { type RecordMovement, type RecordMovementRefusal, recordMovement } from "./decisions/record-movement.ts";
import { type ReviewRefusal, recordReview } from "./decisions/record-review.ts";
import { type PolicyRefusal, type SetFairSharePolicy, setFairSharePolicy } from "./decisions/set-fair-share-policy.ts";
import { type StateEnvelope, type StateEnvelopeRefusal, stateEnvelope } from "./decisions/state-envelope.ts";

/** What may be asked of the budgets of a PCT for a year. */
export type BudgetCommand =
  | ({ readonly kind: "state-envelope" } & StateEnvelope)
  | ({ readonly kind: "set-fair-share-policy" } & SetFairSharePolicy)
  | { readonly kind: "record-utilisation-review"; readonly review: ReviewRecorded }
  | { readonly kind: "make-draft"; readonly draft: DraftMade }
  | ({ readonly kind: "issue-draft" } & IssueDraft)
  | ({ readonly kind: "record-movement" } & RecordMovement);

/** Every reason for which a command about budgets is refused. */
export type BudgetDecisionRefusal =
  | StateEnvelopeRefusal
  | PolicyRefusal
  | ReviewRefusal
  | MakeDraftRefusal
  | IssueRefusal
  | RecordMovementRefusal;

/** What a command leads to in a state: events to record, or all the reasons why not. */
export function decide(state: BudgetState, command: BudgetCommand): Decision<BudgetEvent, BudgetDecisionRefusal> {
  switch (command.kind) {
    case "state-envelope":
      return stateEnvelope(state, command);
    case "set-fair-share-policy":
      return setFairSharePolicy(command);
    case "record-utilisation-review":
      return recordReview(command.review);
    case "make-draft":
      return makeDraft(state, command.draft);
    case "issue-draft":
      return issueDraft(state, command);
    case "record-movement":
      return recordMovement(state, command);
  }
}
