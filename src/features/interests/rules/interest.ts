import type { Day } from "#kernel/period.ts";

/** The kinds of interest; an indirect one is that of somebody close. Source: settled ¶interests-1. */
export const INTEREST_KINDS = ["financial", "professional", "personal", "indirect"] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** In what an interest is held: an organisation of the directory, or another body, named by the hash of its name. */
export type Party =
  | { readonly kind: "organisation"; readonly code: string }
  | { readonly kind: "other"; readonly name: string };

/** An interest from its first to its last day; words are by their hash alone. Source: settled ¶interests-1. */
export interface Interest {
  readonly id: string;
  readonly kind: InterestKind;
  readonly party: Party;
  readonly what: string;
  readonly from: Day;
  readonly until?: Day;
}

/** A gift or hospitality, accepted or declined; a value that is not known is left out. Source: settled ¶interests-7. */
export interface Gift {
  readonly id: string;
  readonly kind: "gift" | "hospitality";
  readonly what: string;
  readonly giver: string;
  readonly pence?: number;
  readonly answer: "accepted" | "declined";
  readonly why: string;
  readonly on: Day;
}

/** Why a field of what is published may be redacted. Source: settled ¶interests-5. */
export const REDACTION_REASONS = ["safety", "another-person", "confidential-in-law", "not-for-the-register"] as const;
export type RedactionReason = (typeof REDACTION_REASONS)[number];

/** What of a declaration may be redacted; that there is one, and of which kind, stays. */
export const REDACTABLE = { interest: ["party", "what"], gift: ["what", "giver", "pence", "why"] } as const;
export type Redactable = (typeof REDACTABLE)[keyof typeof REDACTABLE][number];

/** In which role, where, somebody declared. */
export interface DeclaredAs {
  readonly role: string;
  readonly organisation: string;
}

/** Whether an interest stands on a day. Source: settled ¶interests-1. */
export function stands({ from, until }: Pick<Interest, "from" | "until">, on: Day): boolean {
  return from <= on && (until === undefined || on <= until);
}
