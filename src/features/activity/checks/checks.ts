import { membershipTable, organisationTable } from "#features/organisations/index.ts";
import { type Columns, day, model, modelOver, type Table, text } from "#platform/engine/index.ts";
import { type Check, FOUND, type Layout } from "#platform/lake/index.ts";
import type { FindingCode } from "./findings.ts";

type Staged = Pick<Layout, "staged">;

const sql = (name: string) => new URL(`${name}.sql`, import.meta.url);

/** Practices and providers, for checks that compare with them. */
export const knownOrganisations = {
  name: "known",
  model: model(sql("known-organisations"), {
    reads: { organisations: organisationTable, memberships: membershipTable },
    takes: {},
    gives: { code: text, kind: text, opened_on: day, closed_on: day },
  }),
} as const;

/** Finds rows of practices that no organisation file names. */
export function unknownPractice({ staged }: Staged): Check<"unknown-practice"> {
  const declared = { reads: { staged }, takes: {}, gives: FOUND };
  return { model: modelOver(knownOrganisations, sql("unknown-practice"), declared), finds: ["unknown-practice"] };
}

/** Finds stays that end before they begin. */
export function dischargeBeforeAdmission({ staged }: Staged): Check<"discharge-before-admission"> {
  return simple("discharge-before-admission", staged, ["discharge-before-admission"]);
}

/** Finds ages that nobody reaches. */
export function ageOutOfRange({ staged }: Staged): Check<"age-out-of-range"> {
  return simple("age-out-of-range", staged, ["age-out-of-range"]);
}

/** Finds appointments of which too little is known to pay for them in full. */
export function attendanceNotKnown({ staged }: Staged): Check<"first-attendance-not-known" | "attended-not-known"> {
  return simple("attendance-not-known", staged, ["first-attendance-not-known", "attended-not-known"]);
}

/** Finds disease registers longer than the list they are part of. */
export function morePatientsThanList({ staged }: Staged): Check<"more-patients-than-list"> {
  return simple("more-patients-than-list", staged, ["more-patients-than-list"]);
}

function simple<const C extends FindingCode>(name: string, staged: Table, finds: readonly C[]): Check<C> {
  return { model: model(sql(name), { reads: { staged }, takes: {}, gives: FOUND }), finds };
}

const OF_ORGANISATIONS = ["practice-in-no-pct", "practice-closed", "unknown-provider"] as const;
type OfOrganisations = (typeof OF_ORGANISATIONS)[number];

/** Marks spells about whose practice, provider or length something is odd, and those that overlap. */
export function questionableSpells(rows: Table<Columns>): Check<OfOrganisations | "long-stay" | "overlapping-stay"> {
  return ofRows("questionable-spells", rows, [...OF_ORGANISATIONS, "long-stay", "overlapping-stay"]);
}

/** Marks rows about whose practice or provider something is odd. */
export function questionable(
  what: "attendances" | "emergencies" | "referrals",
  rows: Table<Columns>,
): Check<OfOrganisations> {
  return ofRows(`questionable-${what}`, rows, OF_ORGANISATIONS);
}

function ofRows<const C extends FindingCode>(name: string, rows: Table, finds: readonly C[]): Check<C> {
  return { model: modelOver(knownOrganisations, sql(name), { reads: { rows }, takes: {}, gives: FOUND }), finds };
}

/** Marks rows of a month in which the practice belonged to no PCT. */
export function practiceInNoPct(rows: Table<Columns>): Check<"practice-in-no-pct"> {
  const declared = { reads: { rows }, takes: {}, gives: FOUND };
  return { model: model(sql("practice-in-no-pct"), declared), finds: ["practice-in-no-pct"] };
}
