import { grants as activityGrants } from "#features/activity/index.ts";
import { grants as budgetGrants } from "#features/budgets/index.ts";
import { grants as interestGrants } from "#features/interests/index.ts";
import { grants as peopleGrants } from "#features/people/index.ts";
import { grants as populationGrants } from "#features/populations/index.ts";
import { createAccess } from "#platform/access/access.ts";
import { operationsGrants } from "./operations/index.ts";
import { recordGrants } from "./record/grants.ts";

/** Who may do what, in one place. */
export const access = createAccess(
  [
    ...activityGrants,
    ...budgetGrants,
    ...populationGrants,
    ...peopleGrants,
    ...interestGrants,
    ...recordGrants,
    ...operationsGrants,
  ],
  "public",
);

/** Every permission there is. */
export type Permission = (typeof access.permissions)[number];
