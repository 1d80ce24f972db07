import { grants as activityGrants } from "#features/activity/index.ts";
import { grants as budgetGrants } from "#features/budgets/index.ts";
import { grants as populationGrants } from "#features/populations/index.ts";
import { createAccess, type Grant } from "#platform/access/access.ts";

const recordGrants = [
  {
    permission: "record.verify",
    role: "PCT finance",
    reach: "anywhere",
    rule: "Whoever keeps the books may check that nobody changed them.",
  },
  {
    permission: "record.verify",
    role: "region",
    reach: "anywhere",
    rule: "The region may check that no PCT's books were changed.",
  },
] as const satisfies readonly Grant[];

/** Who may do what, in one place. */
export const access = createAccess([...activityGrants, ...budgetGrants, ...populationGrants, ...recordGrants]);

/** Every permission there is. */
export type Permission = (typeof access.permissions)[number];
