import { day, model, modelOver, text } from "#platform/engine/index.ts";
import { membershipTable, organisationTable } from "../tables.ts";

/** Which PCT a practice belonged to and when, for shapings that say whose money a row is. */
export const commissioners = {
  name: "commissioners",
  model: model(new URL("commissioners.sql", import.meta.url), {
    reads: { memberships: membershipTable },
    takes: {},
    gives: { practice: text, commissioner: text, first_day: day, last_day: day },
  }),
} as const;

/**
 * Whose practice it was on any day, for shapings that say by whose people standing facts of a practice may be read: lists,
 * need, earlier budgets. Where activity asks who pays, and may find nobody, this asks whose the practice was, and before and
 * after the memberships that are known the nearest one answers.
 */
export const practiceOwners = {
  name: "owners",
  model: modelOver(commissioners, new URL("practice-owners.sql", import.meta.url), {
    reads: { organisations: organisationTable },
    takes: {},
    gives: { practice: text, owner: text, first_day: day, last_day: day },
  }),
} as const;
