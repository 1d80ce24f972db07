import type { Refusal } from "#kernel/decision.ts";
import type { CopyFault, CopyInCode } from "#platform/record/index.ts";

/** Something wrong with a backup, by name. */
export type BackupFault =
  | { readonly kind: "no backup" | "manifest altered" }
  | { readonly kind: "missing file" | "altered file"; readonly name: string; readonly hash: string }
  | CopyFault;

/** Why a backup is not made, or not restored. */
export type BackupRefusalCode =
  | CopyInCode
  | "inside the data"
  | "not a backup"
  | "being made"
  | "data not empty"
  | "file not copied"
  | "backup spoilt";

export type BackupRefusal = Refusal<BackupRefusalCode>;

type Facts = Readonly<Record<string, string | number>>;

const WORDS: { readonly [Code in BackupRefusalCode]: (facts: Facts) => string } = {
  "inside the data": ({ folder = "" }) =>
    `${folder} lies inside the data folder, and would be lost with it. Name a folder on another disk or machine.`,
  "not a backup": ({ folder = "", name = "" }) =>
    `${folder} holds ${name}, which is no part of a backup. Name a new folder, or one that holds a backup.`,
  "being made": ({ process: other = "" }) =>
    `Another backup into this folder is being made, by process ${other}. Wait for it, or name another folder.`,
  "data not empty": ({ path = "" }) =>
    `The data folder is not empty: it holds ${path}, which the backup does not. Restore into a new data folder: set CHILFORD_DATA to one that does not exist yet.`,
  "file not copied": ({ path = "" }) =>
    `${path} changed while it was copied out of the backup. Check the backup and the disk it is on, and restore again.`,
  "backup spoilt": ({ faults = 0 }) => `The backup is not whole (faults: ${faults}). Restore from another one.`,
  "record not empty": ({ table = "" }) =>
    `The database is not empty: ${table} holds rows. Restore into a new data folder, or an empty database of your own.`,
  "record in use": () => "A server runs on this data folder. Stop it, then restore.",
  "other migrations": ({ step = 0, name = "" }) =>
    `The backup was made by another program: step ${step} (${name}) of its database is not known here. Restore with the program that made it, or a newer one.`,
  "unknown table": ({ table = "" }) =>
    `The backup holds a table ${table}, which this program does not know. Restore with the program that made it, or a newer one.`,
  "unknown column": ({ table = "", column = "" }) =>
    `The backup holds a column ${column} of ${table}, which this program does not know. Restore with the program that made it, or a newer one.`,
  "event differs": ({ event = 0, what = "" }) =>
    `Event ${event} of the backup has another ${what} than the database gives it, so nothing was restored. Restore from another backup.`,
};

/** A refusal as a sentence that says what to do. */
export function backupRefusalWords({ code, facts = {} }: BackupRefusal): string {
  return WORDS[code](facts);
}

/** A fault as a line. */
export function backupFaultWords(fault: BackupFault): string {
  switch (fault.kind) {
    case "no backup":
      return "There is no finished backup in this folder: it has no manifest.json.";
    case "manifest altered":
      return "manifest.json is not what was written: it was changed or cut short.";
    case "missing file":
      return `missing: ${fault.name} (content ${fault.hash})`;
    case "altered file":
      return `altered: ${fault.name} (content ${fault.hash})`;
    case "altered event":
      return `altered event: number ${fault.seq}, ${fault.id}, in ${fault.stream}`;
    case "broken link":
      return `broken link: event ${fault.seq}, ${fault.id}, does not follow from the one before it`;
    case "missing events":
      return `events out of order or missing: ${fault.from} to ${fault.until}`;
    case "wrong versions":
      return `events of ${fault.stream} are not numbered one after another`;
    case "wrong end":
      return `the chain ends at event ${fault.found}, and should at ${fault.expected}, with another hash or number`;
    case "altered text":
      return `altered text: ${fault.hash}`;
    case "unreadable line":
      return `unreadable: line ${fault.line} of ${fault.table}`;
  }
}
