import type { Day } from "#kernel/period.ts";
import type { BudgetRules } from "../budget-rules.ts";
import type { Envelope } from "../envelope.ts";
import type { FairSharePolicy, UtilisationReview } from "../fair-share-record.ts";
import type { Movement } from "../ledger.ts";

/** How far the record had come when a draft was worked out; each counts the times that part was recorded. */
export interface Revisions {
  readonly envelope: number;
  readonly policy: number;
  readonly reviews: number;
}

export interface EnvelopeStated {
  readonly on: Day;
  readonly envelope: Envelope;
  /** Lines whose label speaks of a deficit or of savings and which somebody confirmed to be neither. */
  readonly confirmed: readonly string[];
}

/** A count of a disease or of a use of hospitals at the practice and among its peers, in millionths (a rate or a ratio). */
export interface ReviewMeasure {
  readonly kind: "prevalence" | "use";
  readonly measure: string;
  readonly practice: number;
  readonly peers: number;
}

/** A utilisation review as it is recorded: figures, who spoke by role, the outcome; words only by their hash. */
export interface ReviewRecorded extends UtilisationReview {
  readonly measures: readonly ReviewMeasure[];
  readonly spoke: readonly string[];
  readonly noteHash?: string;
}

/** What a draft comes to, as far as issuing depends on it. */
export interface DraftSummary {
  readonly envelope: number;
  readonly budgets: number;
  readonly held: number;
  readonly unallocated: number;
  readonly practices: number;
  /** Lines whose budgets and held parts do not come to the line. */
  readonly unbalancedLines: readonly string[];
  readonly shifts: readonly { readonly practice: string; readonly amount: number }[];
}

export interface DraftMade {
  readonly id: string;
  readonly on: Day;
  readonly basis: Revisions;
  /** Hashes of all that went in, by name: files, marts, rulebook. */
  readonly fingerprints: Readonly<Record<string, string>>;
  /** Every rule value that was applied, as the rulebook had it. */
  readonly rules: BudgetRules;
  /** The hash of the canonical bytes of the run. */
  readonly resultHash: string;
  readonly summary: DraftSummary;
}

/** What becomes of movements recorded under the version before: kept on top, or already in the new figures. */
export type EarlierMovements = "carried" | "taken-in";

export interface DraftIssued {
  readonly draft: string;
  readonly version: number;
  readonly on: Day;
  readonly inForceFrom: Day;
  readonly resultHash: string;
  readonly earlierMovements?: EarlierMovements;
}

/** What happens to the budgets of a PCT for a year. Source: 003 ¶2.2.4-3, ¶A1-15; settled ¶budgets-8, ¶budgets-9. */
export type BudgetEvent =
  | { readonly type: "envelope-stated"; readonly data: EnvelopeStated }
  | { readonly type: "fair-share-policy-set"; readonly data: FairSharePolicy }
  | { readonly type: "utilisation-review-recorded"; readonly data: ReviewRecorded }
  | { readonly type: "draft-made"; readonly data: DraftMade }
  | { readonly type: "draft-issued"; readonly data: DraftIssued }
  | { readonly type: "movement-recorded"; readonly data: Movement };
