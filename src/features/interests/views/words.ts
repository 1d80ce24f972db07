import type { Gift, InterestKind, Redactable, RedactionReason } from "../rules/interest.ts";

export const KIND_WORDS: { readonly [K in InterestKind]: string } = {
  financial: "Financial",
  professional: "Non-financial, professional",
  personal: "Non-financial, personal",
  indirect: "Indirect: of somebody close",
};

export const GIFT_WORDS: { readonly [K in Gift["kind"]]: string } = { gift: "Gift", hospitality: "Hospitality" };

export const ANSWER_WORDS: { readonly [A in Gift["answer"]]: string } = { accepted: "Accepted", declined: "Declined" };

export const FIELD_WORDS: { readonly [F in Redactable]: string } = {
  party: "the body",
  what: "what it is",
  giver: "who gave it",
  pence: "the value",
  why: "the reason",
};

export const REASON_WORDS: { readonly [R in RedactionReason]: string } = {
  safety: "for somebody's safety",
  "another-person": "it is about somebody else",
  "confidential-in-law": "the law keeps it confidential",
  "not-for-the-register": "it was not meant for the register",
};

/** What stands in the place of words that were erased. */
export const ERASED = "Erased, since it had been kept for its time";
