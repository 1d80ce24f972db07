import type { Grant } from "#platform/access/access.ts";

const FINANCE = "PCT finance";

/** Only the PCT's finance officers prepare and change budgets. */
function financeOnly<const Permission extends string>(permission: Permission, rule: string): Grant<Permission> {
  return { permission, role: FINANCE, reach: "within", rule };
}

/** What each role may see, and that the PCT alone states, drafts, reviews, issues and moves. */
export const grants = [
  {
    permission: "budgets.totals",
    role: "public",
    reach: "anywhere",
    rule: "What a PCT issued in all is open to everybody.",
  },
  {
    permission: "budgets.totals",
    role: "practice manager",
    reach: "anywhere",
    rule: "What a PCT issued in all is open to everybody.",
  },
  {
    permission: "budgets.totals",
    role: "locality chair",
    reach: "anywhere",
    rule: "What a PCT issued in all is open to everybody.",
  },
  {
    permission: "budgets.totals",
    role: FINANCE,
    reach: "anywhere",
    rule: "What a PCT issued in all is open to everybody.",
  },
  {
    permission: "budgets.totals",
    role: "region",
    reach: "anywhere",
    rule: "What a PCT issued in all is open to everybody.",
  },
  {
    permission: "budgets.view",
    role: "practice manager",
    reach: "peers",
    rule: "Practices of a PCT see their own issued budget and, by name, those of their peers.",
  },
  {
    permission: "budgets.view",
    role: "locality chair",
    reach: "within",
    rule: "A chair sees the issued budgets of the group and of its members.",
  },
  {
    permission: "budgets.view",
    role: FINANCE,
    reach: "within",
    rule: "A PCT sees its own money and the budgets of all below it.",
  },
  {
    permission: "budgets.view",
    role: "region",
    reach: "within",
    rule: "A region sees the issued budgets of its PCTs and of all below them.",
  },
  {
    permission: "budgets.explain",
    role: "practice manager",
    reach: "peers",
    rule: "Whoever has a budget of a PCT may follow its figures to what they were shared from.",
  },
  {
    permission: "budgets.explain",
    role: "locality chair",
    reach: "peers",
    rule: "Whoever has a budget of a PCT may follow its figures to what they were shared from.",
  },
  {
    permission: "budgets.explain",
    role: FINANCE,
    reach: "within",
    rule: "A PCT may follow every figure of its budgets.",
  },
  {
    permission: "budgets.explain",
    role: "region",
    reach: "within",
    rule: "A region may follow every figure of its PCTs' budgets.",
  },
  {
    permission: "budgets.region",
    role: "region",
    reach: "within",
    rule: "A region sees how far each of its PCTs has come.",
  },
  financeOnly("budgets.state", "Only a PCT states its envelope and sets its policy."),
  financeOnly("budgets.draft", "Only a PCT makes drafts, and nobody else sees them before they are issued."),
  financeOnly("budgets.review", "Only a PCT records the utilisation reviews of its practices."),
  financeOnly("budgets.issue", "Only a PCT issues its budgets."),
  financeOnly("budgets.move", "Only a PCT records movements of its money."),
] as const satisfies readonly Grant[];

/** The permissions of budgets. */
export type BudgetPermission = (typeof grants)[number]["permission"];
