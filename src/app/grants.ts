import { grants as activityGrants } from "#features/activity/index.ts";
import { grants as budgetGrants } from "#features/budgets/index.ts";
import { grants as peopleGrants } from "#features/people/index.ts";
import { grants as populationGrants } from "#features/populations/index.ts";
import { createAccess, grantAll } from "#platform/access/access.ts";
import { operationsGrants } from "./operations/index.ts";

const recordGrants = [
  ...grantAll(
    "record.verify",
    ["PCT finance", "PCT director", "operator"],
    "anywhere",
    "Whoever keeps the books may check that nobody changed them.",
  ),
  ...grantAll("record.verify", ["region"], "anywhere", "The region may check that no PCT's books were changed."),
] as const;

/** Who may do what, in one place. */
export const access = createAccess([
  ...activityGrants,
  ...budgetGrants,
  ...populationGrants,
  ...peopleGrants,
  ...recordGrants,
  ...operationsGrants,
]);

/** Every permission there is. */
export type Permission = (typeof access.permissions)[number];
