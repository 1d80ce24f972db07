import { COMMITTEE_ROLES, PCT_ROLES, PRACTICE_ROLES } from "#features/people/index.ts";
import { grantAll } from "#platform/access/access.ts";

const RULE = "Lists and need weights are seen by those who see the budgets that follow from them.";

/** Who may see how many patients a practice has and what their need is: whoever sees the budgets that follow from it. */
export const grants = [
  ...grantAll("populations.view", PRACTICE_ROLES, "peers", RULE),
  ...grantAll("populations.view", ["locality chair", ...PCT_ROLES, ...COMMITTEE_ROLES, "region"], "within", RULE),
] as const;
