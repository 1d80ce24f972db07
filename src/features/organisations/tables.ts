import { day, optional, table, text } from "#platform/engine/index.ts";

/** Organisations of every kind, as one edition of a source lists them. */
export const organisationTable = table("organisation", {
  code: text,
  name: text,
  /** `region`, `pct`, `locality`, `group`, `practice` or `provider`. */
  kind: text,
  opened_on: optional(day),
  closed_on: optional(day),
  successor: optional(text),
  /** A practice's prescribing setting: 4 is a general practice; nothing where a source does not say. */
  setting: optional(text),
});

/** Who belonged to whom, from a first to a last day; no last day is still. */
export const membershipTable = table("membership", {
  member: text,
  organisation: text,
  /** What the membership is: of a `pct`, `locality`, `group` or `region`. */
  kind: text,
  from_day: day,
  until_day: optional(day),
});

/** Sign-up of practices to an incentive scheme. */
export const participationTable = table("participation", {
  practice: text,
  scheme: text,
  from_day: day,
  until_day: optional(day),
});
