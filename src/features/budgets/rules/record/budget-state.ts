import type { Envelope } from "../envelope.ts";
import type { FairSharePolicy } from "../fair-share-record.ts";
import type { Movement } from "../ledger.ts";
import type { BudgetEvent, DraftIssued, DraftMade, ReviewRecorded, Revisions } from "./budget-events.ts";

/** The budgets of a PCT for a year, as the record has them. Source: settled ¶budgets-9. */
export interface BudgetState {
  readonly envelope?: Envelope;
  readonly policy?: FairSharePolicy;
  /** The latest review of each practice. */
  readonly reviews: ReadonlyMap<string, ReviewRecorded>;
  readonly revisions: Revisions;
  readonly drafts: ReadonlyMap<string, DraftMade>;
  /** Issued versions, the first first. */
  readonly issued: readonly DraftIssued[];
  /** Movements that stand on top of the version in force. */
  readonly movements: readonly Movement[];
}

/** Before anything is recorded. */
export const NO_BUDGETS: BudgetState = {
  reviews: new Map(),
  revisions: { envelope: 0, policy: 0, reviews: 0 },
  drafts: new Map(),
  issued: [],
  movements: [],
};

/** The state after one more event. */
export function evolve(state: BudgetState, event: BudgetEvent): BudgetState {
  const { revisions } = state;
  switch (event.type) {
    case "envelope-stated":
      return {
        ...state,
        envelope: event.data.envelope,
        revisions: { ...revisions, envelope: revisions.envelope + 1 },
      };
    case "fair-share-policy-set":
      return { ...state, policy: event.data, revisions: { ...revisions, policy: revisions.policy + 1 } };
    case "utilisation-review-recorded":
      return {
        ...state,
        reviews: new Map([...state.reviews, [event.data.practice, event.data]]),
        revisions: { ...revisions, reviews: revisions.reviews + 1 },
      };
    case "draft-made":
      return { ...state, drafts: new Map([...state.drafts, [event.data.id, event.data]]) };
    case "draft-issued": {
      const movements = event.data.earlierMovements === "taken-in" ? [] : state.movements;
      return { ...state, issued: [...state.issued, event.data], movements };
    }
    case "movement-recorded":
      return { ...state, movements: [...state.movements, event.data] };
  }
}

/** The state that a history of events leads to. */
export function stateAfter(events: readonly BudgetEvent[]): BudgetState {
  return events.reduce(evolve, NO_BUDGETS);
}

/** The stream that holds a PCT's budgets for a year, such as `budget/5QV/2008-09`. */
export function budgetStream({ pct, year }: Pick<Envelope, "pct" | "year">): string {
  return `budget/${pct}/${year.replace("/", "-")}`;
}
