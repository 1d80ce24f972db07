import type { Rulebook } from "#features/rulebook/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import type { Record as PeoplesRecord } from "#platform/record/index.ts";
import type { Configuration } from "../configuration.ts";
import type { Folders } from "../folders.ts";

/** What the verbs that look after the data need. */
export interface OperationsWiring {
  readonly configuration: Pick<Configuration, "keyFile" | "database">;
  readonly folders: Folders;
  readonly record: PeoplesRecord;
  readonly lake: Lake;
  readonly rulebook: Rulebook;
}

/** What lies in a data folder: which files events name, which are named by what they hold, and which may change. */
export const HELD = {
  named: /^(?:lake|marts)\/.+\.parquet$/,
  whole: ["files"],
  besides: ["made-up.json"],
  /** What the program makes for itself in a folder that is still empty. */
  own: ["record", "scratch", "cache"],
} as const;
