/**
 * The roles in which people use the product. A practice has a manager and GP leads, a group its chair, a PCT its officers,
 * named leads and committee; the LMC and patients are invited; the region arbitrates; the public sees what is open.
 * Source: 003 ¶2.1.2-1, ¶2.2.2-5, ¶2.2.2-7, ¶2.2.2-8, ¶2.2.2-10; 001 ¶network-3.
 */
export const ROLES = [
  "practice manager",
  "GP lead",
  "locality chair",
  "PCT finance",
  "PCT information",
  "PCT public health",
  "PCT medicines",
  "PCT named support lead",
  "PCT director",
  "committee chair",
  "committee member",
  "committee invited member",
  "LMC",
  "lay member",
  "region",
  "survey body",
  "provider",
  "administrator",
  "public",
  "operator",
] as const;

export type Role = (typeof ROLES)[number];

/** Those who work in a practice. */
export const PRACTICE_ROLES = ["practice manager", "GP lead"] as const satisfies readonly Role[];

/** Officers of a PCT. */
export const PCT_ROLES = [
  "PCT finance",
  "PCT information",
  "PCT public health",
  "PCT medicines",
  "PCT named support lead",
  "PCT director",
] as const satisfies readonly Role[];

/** Those who sit on a PCT's governance committee, with or without a vote. */
export const COMMITTEE_ROLES = [
  "committee chair",
  "committee member",
  "committee invited member",
] as const satisfies readonly Role[];
