import { COMMITTEE_ROLES, PCT_ROLES, PRACTICE_ROLES } from "#features/people/index.ts";
import { grantAll } from "#platform/access/access.ts";

/** Only the PCT's finance officers prepare and change budgets. */
function financeOnly<const Permission extends string>(permission: Permission, rule: string) {
  return grantAll(permission, ["PCT finance"], "within", rule);
}

/** What each role may see, and that the PCT alone states, drafts, reviews, issues and moves. */
export const grants = [
  ...grantAll("budgets.totals", ["public"], "anywhere", "What a PCT issued in all is open to everybody."),
  ...grantAll(
    "budgets.view",
    PRACTICE_ROLES,
    "peers",
    "Practices of a PCT see their own issued budget and, by name, those of their peers.",
  ),
  ...grantAll(
    "budgets.view",
    ["locality chair"],
    "within",
    "A chair sees the issued budgets of the group and of its members.",
  ),
  ...grantAll("budgets.view", PCT_ROLES, "within", "A PCT sees its own money and the budgets of all below it."),
  ...grantAll(
    "budgets.view",
    COMMITTEE_ROLES,
    "within",
    "The committee sees the issued budgets of the practices on whose plans it decides.",
  ),
  ...grantAll(
    "budgets.view",
    ["region"],
    "within",
    "A region sees the issued budgets of its PCTs and of all below them.",
  ),
  ...grantAll(
    "budgets.explain",
    [...PRACTICE_ROLES, "locality chair"],
    "peers",
    "Whoever has a budget of a PCT may follow its figures to what they were shared from.",
  ),
  ...grantAll(
    "budgets.explain",
    [...PCT_ROLES, ...COMMITTEE_ROLES],
    "within",
    "A PCT and its committee may follow every figure of its budgets.",
  ),
  ...grantAll("budgets.explain", ["region"], "within", "A region may follow every figure of its PCTs' budgets."),
  ...grantAll("budgets.region", ["region"], "within", "A region sees how far each of its PCTs has come."),
  ...financeOnly("budgets.state", "Only a PCT states its envelope and sets its policy."),
  ...financeOnly("budgets.draft", "Only a PCT makes drafts, and nobody else sees them before they are issued."),
  ...financeOnly("budgets.review", "Only a PCT records the utilisation reviews of its practices."),
  ...financeOnly("budgets.issue", "Only a PCT issues its budgets."),
  ...financeOnly("budgets.move", "Only a PCT records movements of its money."),
] as const;

/** The permissions of budgets. */
export type BudgetPermission = (typeof grants)[number]["permission"];
