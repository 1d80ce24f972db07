export { checkBackup } from "./check-backup.ts";
export { makeBackup, type Tell } from "./make-backup.ts";
export type { Manifest } from "./manifest.ts";
export { backupFaultWords, backupRefusalWords } from "./refusal.ts";
export { restoreBackup } from "./restore-backup.ts";
