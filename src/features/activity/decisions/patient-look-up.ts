/** For what sort of reason a practice looks up a patient. */
export const LOOK_UP_REASONS = {
  charge: "To check what is charged for a patient",
  record: "To put a patient's record right",
  question: "To answer a patient's question",
  other: "Something else",
} as const;

export type LookUpReason = keyof typeof LOOK_UP_REASONS;

/**
 * A practice's use of the key of pseudonyms: in which snapshot, for what, and how many rows it led to. Who and when the
 * record says by itself; the reason in words and the pseudonym are hashes of texts that can be erased. It is never refused
 * here, since who may not do it does not come so far. Source: settled ¶disclosure-6.
 */
export interface PatientLookedUp {
  readonly practice: string;
  /** The PCT that pays, whose officers see that the key was used. */
  readonly pct: string;
  readonly snapshot: string;
  readonly rows: number;
  readonly sort: LookUpReason;
  readonly reason: string;
  readonly pseudonym: string;
}
