import type { Day } from "#kernel/period.ts";

/** What a utilisation review can lead to; only the first moves money. Source: 003 ¶A1-15, ¶A1-16. */
export type ReviewOutcome = "move-towards-fair-share" | "explained-by-need" | "data-in-doubt" | "not-agreed";

/** A utilisation review of a practice, as far as the money depends on it. */
export interface UtilisationReview {
  readonly practice: string;
  readonly reviewedOn: Day;
  readonly outcome: ReviewOutcome;
  /** The most that may move, in pence, towards the near edge of the band; nought unless the outcome is a move. */
  readonly decidedShift: number;
}

/** The committee's policy for moving towards fair shares, agreed with the LMC and the PEC. Source: 003 ¶2.2.4-3. */
export interface FairSharePolicy {
  readonly setOn: Day;
  readonly agreedWithLmcOn: Day;
  readonly agreedWithPecOn: Day;
  /** The most that may move, in basis points of a practice's budget in scope; the rulebook's limit holds as well. */
  readonly largestShift: number;
}
