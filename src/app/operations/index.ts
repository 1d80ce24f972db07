import type { Verb } from "#platform/cli/verb.ts";
import { backupCheckVerb } from "./backup-check.ts";
import { backupErasuresVerb } from "./backup-erasures.ts";
import { backupMakeVerb } from "./backup-make.ts";
import { diskVerb } from "./disk.ts";
import type { OperationsPermission } from "./grants.ts";
import { martsPruneVerb } from "./marts-prune.ts";
import { restoreVerb } from "./restore.ts";
import type { OperationsWiring } from "./wiring.ts";

export { readDisk } from "./disk.ts";
export { operationsGrants } from "./grants.ts";

/** The verbs that look after the data: backups, disk, pruning. */
export function operationsVerbs(wiring: OperationsWiring): readonly Verb<OperationsPermission>[] {
  return [
    backupMakeVerb(wiring),
    backupCheckVerb(),
    backupErasuresVerb(wiring),
    restoreVerb(wiring),
    martsPruneVerb(wiring),
    diskVerb(wiring),
  ];
}

/** The verbs that need neither data folder nor database, so that they run on any machine. */
export function verbsAlone(): readonly Verb<OperationsPermission>[] {
  return [backupCheckVerb()];
}
