import { day, model, optional, text } from "#platform/engine/index.ts";
import { membershipTable, organisationTable, participationTable } from "../tables.ts";

export const organisationEntries = model(new URL("organisations.sql", import.meta.url), {
  reads: { organisations: organisationTable },
  takes: {},
  gives: organisationTable.columns,
});

export const membershipEntries = model(new URL("memberships.sql", import.meta.url), {
  reads: { memberships: membershipTable },
  takes: {},
  gives: membershipTable.columns,
});

export const participationEntries = model(new URL("participation.sql", import.meta.url), {
  reads: { participation: participationTable },
  takes: {},
  gives: { practice: text, scheme: text, from_day: day, until_day: optional(day) },
});
