import { grantAll } from "#platform/access/access.ts";

/** Who may look after the machine's data: whoever runs the command line where it lies. */
export const operationsGrants = [
  ...grantAll(
    "operations.backup",
    ["operator"],
    "anywhere",
    "Whoever runs the machine that holds the data makes backups of it, checks them and restores them.",
  ),
  ...grantAll(
    "operations.disk",
    ["operator"],
    "anywhere",
    "Whoever runs the machine that holds the data looks after its disk.",
  ),
] as const;

export type OperationsPermission = (typeof operationsGrants)[number]["permission"];
