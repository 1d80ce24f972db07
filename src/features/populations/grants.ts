import type { Grant } from "#platform/access/access.ts";

const ROLES = [
  ["practice manager", "peers"],
  ["locality chair", "within"],
  ["PCT finance", "within"],
  ["region", "within"],
] as const;

/** Who may see how many patients a practice has and what their need is: whoever sees the budgets that follow from it. */
export const grants: readonly Grant<"populations.view">[] = ROLES.map(([role, reach]) => ({
  permission: "populations.view",
  role,
  reach,
  rule: "Lists and need weights are seen by those who see the budgets that follow from them.",
}));
