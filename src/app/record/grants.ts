import { PCT_ROLES, PRACTICE_ROLES } from "#features/people/index.ts";
import { grantAll } from "#platform/access/access.ts";

/** Those who find on the record what concerns their places. */
const READERS = [...PRACTICE_ROLES, "locality chair", ...PCT_ROLES, "region", "administrator", "operator"] as const;

/** Who may check the record, and who finds what on it. Source: settled ¶record-1. */
export const recordGrants = [
  ...grantAll(
    "record.verify",
    ["PCT finance", "PCT director", "operator"],
    "anywhere",
    "Whoever keeps the books may check that nobody changed them.",
  ),
  ...grantAll("record.verify", ["region"], "anywhere", "The region may check that no PCT's books were changed."),
  ...grantAll(
    "record.search",
    READERS,
    "anywhere",
    "Whoever works with the product may search the record, and finds on it what concerns their own places.",
  ),
  ...grantAll("record.view", PRACTICE_ROLES, "within", "A practice finds on the record what was decided for it."),
  ...grantAll("record.view", ["locality chair"], "within", "A chair finds what was decided for the group's practices."),
  ...grantAll("record.view", PCT_ROLES, "within", "Officers of a PCT find what the PCT did."),
  ...grantAll("record.view", ["region"], "within", "The region finds what its PCTs decided."),
  ...grantAll("record.view", ["operator"], "anywhere", "Whoever runs the machine could read the record anyway."),
  ...grantAll(
    "record.inside",
    PCT_ROLES,
    "within",
    "Officers of a PCT find its unfinished work too: drafts, envelopes and what was refused.",
  ),
  ...grantAll("record.inside", ["operator"], "anywhere", "Whoever runs the machine could read the record anyway."),
  ...grantAll(
    "record.people",
    ["administrator"],
    "within",
    "Administrators find what concerns people of their places.",
  ),
  ...grantAll("record.people", ["operator"], "anywhere", "Whoever runs the machine could read the record anyway."),
  ...grantAll(
    "retention.run",
    ["operator"],
    "anywhere",
    "Texts are erased by whoever runs the machine, by the rules on how long they are kept.",
  ),
] as const;
