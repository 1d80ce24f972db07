import type { Meaning } from "#platform/lake/index.ts";

const EPISODE = "The spell is put together from its episodes; this one does not fit the others.";

/** What can be found in activity beyond values that cannot be read, in the words of whoever reads the report. */
const FINDINGS = {
  "unknown-practice": {
    weight: "reject",
    field: "practice",
    what: "Neither organisations nor memberships name this practice.",
    why: "Care of a practice that is not known can be charged to nobody.",
    todo: "Correct the code, or load a file of organisations that has the practice, and load the row again.",
  },
  "practice-closed": {
    weight: "flag",
    field: "practice",
    what: "The practice was closed, or not yet open, on the day.",
    why: "The patient was probably registered elsewhere by then.",
    todo: "Ask where the patient was registered; the row counts for the practice it names.",
  },
  "practice-in-no-pct": {
    weight: "flag",
    field: "practice",
    what: "The practice belonged to no PCT on the day.",
    why: "The row is kept without a commissioner and counts in nobody's budget.",
    todo: "Load the practice's membership, then load this file again.",
  },
  "unknown-provider": {
    weight: "flag",
    field: "provider",
    what: "No file of organisations names this provider.",
    why: "It may be a wrong code, and no market forces factor can be found for it.",
    todo: "Correct the code, or load a file of organisations that has the provider.",
  },
  "discharge-before-admission": {
    weight: "reject",
    field: "discharged_on",
    what: "The patient was discharged before being admitted.",
    why: "Neither the length of the stay nor its month can be told.",
    todo: "Correct one of the two days and load the row again.",
  },
  "overlapping-stay": {
    weight: "flag",
    field: "admitted_on",
    what: "The same patient was in another stay at the time.",
    why: "The same care may have been counted twice, or under a wrong patient.",
    todo: "Ask the provider which of the stays is right; both are counted.",
  },
  "long-stay": {
    weight: "flag",
    field: "discharged_on",
    what: "The stay is longer than 365 days.",
    why: "A wrong day would make its price very large.",
    todo: "Ask the provider whether both days are right; the stay is counted as it is.",
  },
  "age-out-of-range": {
    weight: "flag",
    field: "age",
    what: "The age is above 120 years.",
    why: "The row is kept without an age.",
    todo: "Correct the day of birth or the age.",
  },
  "first-attendance-not-known": {
    weight: "flag",
    field: "first_attendance",
    what: "It is not known whether this was a first attendance.",
    why: "It is counted as a follow-up, which costs less.",
    todo: "Ask the provider to supply it.",
  },
  "attended-not-known": {
    weight: "flag",
    field: "attended",
    what: "It is not known whether the patient was seen.",
    why: "It is counted as not seen, so that nothing is paid.",
    todo: "Ask the provider to supply it.",
  },
  "episode-repeated": {
    weight: "reject",
    field: "episode_id",
    what: "An earlier row is the same episode.",
    why: "The episode would be counted twice.",
    todo: "Leave out the row that is not true, or give it the number it should have.",
  },
  "no-discharge": {
    weight: "reject",
    field: "discharged_on",
    what: "No episode of the spell has a day of discharge.",
    why: "A spell counts in the month in which it ends; this one has not ended as far as the file tells.",
    todo: "Load it with a later file that has the discharge, or supply the day.",
  },
  "first-episode-missing": {
    weight: "flag",
    field: "episode_order",
    what: "The spell's first episode is not in the file.",
    why: "How the patient was admitted is taken from the earliest episode there is.",
    todo: "Ask for the missing episode; the spell is made of those that are there.",
  },
  "episode-missing": {
    weight: "flag",
    field: "episode_order",
    what: "An episode between the first and the last is not in the file.",
    why: EPISODE,
    todo: "Ask for the missing episode; the spell is made of those that are there.",
  },
  "episode-order-repeated": {
    weight: "flag",
    field: "episode_order",
    what: "Two episodes of the spell have the same place in it.",
    why: "They may be two spells on one day, or one episode twice.",
    todo: "Ask the provider which it is; they are counted as one spell.",
  },
  "episode-order-not-known": {
    weight: "flag",
    field: "episode_order",
    what: "It is not known which place in the spell the episode has.",
    why: EPISODE,
    todo: "Ask the provider to supply it; the episode is put last.",
  },
  "episode-unfinished": {
    weight: "flag",
    field: "episode_status",
    what: "An episode of the spell was not finished when the file was made.",
    why: "It may have no diagnoses or procedures yet.",
    todo: "Load a later file of the month when there is one.",
  },
  "discharge-not-on-last": {
    weight: "flag",
    field: "discharged_on",
    what: "The spell's last episode has no day of discharge, though another one has.",
    why: "The discharge is taken from the latest episode that has one.",
    todo: "Ask the provider whether the patient stayed longer.",
  },
  "more-patients-than-list": {
    weight: "flag",
    field: "patients",
    what: "The register has more patients than the practice's list.",
    why: "One of the two numbers is likely to be wrong.",
    todo: "Ask the practice which it is.",
  },
} as const satisfies Readonly<Record<string, Meaning>>;

export type FindingCode = keyof typeof FINDINGS;

/** What some codes mean. */
export function meaningOf<const C extends FindingCode>(...codes: readonly C[]): Readonly<Record<C, Meaning>> {
  const meanings: Readonly<Record<FindingCode, Meaning>> = FINDINGS;
  return Object.fromEntries(codes.map((code) => [code, meanings[code]])) as Record<C, Meaning>;
}
