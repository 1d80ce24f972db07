import type { Grant } from "#platform/access/access.ts";

export type ActivityPermission = "activity.view" | "activity.rows" | "loads.view" | "loads.publish";

/** Who may see activity, its rows and the loads behind it, and who may load files. */
export const grants: readonly Grant<ActivityPermission>[] = [
  {
    permission: "activity.view",
    role: "practice manager",
    reach: "peers",
    rule: "A practice sees its own activity, and that of the other practices of its PCT added up.",
  },
  {
    permission: "activity.view",
    role: "locality chair",
    reach: "within",
    rule: "A locality's chair sees the activity of its practices added up.",
  },
  {
    permission: "activity.view",
    role: "PCT finance",
    reach: "within",
    rule: "The PCT sees the activity of its practices, since it pays for it.",
  },
  {
    permission: "activity.view",
    role: "region",
    reach: "within",
    rule: "The region sees the activity of its PCTs' practices added up.",
  },
  {
    permission: "activity.rows",
    role: "practice manager",
    reach: "within",
    rule: "A practice sees the single rows of its own patients' care, to check what is counted against its budget.",
  },
  {
    permission: "activity.rows",
    role: "PCT finance",
    reach: "within",
    rule: "The PCT sees the single rows that it is charged for, to check them with providers.",
  },
  ...(["practice manager", "locality chair", "PCT finance", "region"] as const).map(
    (role): Grant<ActivityPermission> => ({
      permission: "loads.view",
      role,
      reach: "anywhere",
      rule: "Whoever works with the figures may see which files they come from; loads show counts and never a row.",
    }),
  ),
  {
    permission: "loads.publish",
    role: "PCT finance",
    reach: "anywhere",
    rule: "PCT finance loads files. One file may hold the care of several PCTs, so every load is recorded with who loaded it.",
  },
];
