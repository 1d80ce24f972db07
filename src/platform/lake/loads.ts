import { readFileSync } from "node:fs";
import type { Kysely } from "kysely";
import type { ReadModel, RecordedEvent } from "#platform/record/index.ts";
import { LOAD_PUBLISHED, type PublishedLoad, type Status } from "./load.ts";

interface LoadRow {
  readonly load: string;
  readonly seq: number;
  readonly dataset: string;
  readonly layout: string;
  readonly status: Status;
  readonly batch: string;
  readonly corrects: string | null;
  readonly settings: unknown;
  readonly file_name: string;
  readonly file_hash: string;
  readonly made_up: boolean;
  readonly stand_in: string | null;
  readonly despite: string | null;
  readonly rows_read: number;
  readonly rows_accepted: number;
  readonly rows_flagged: number;
  readonly rows_rejected: number;
  readonly found: unknown;
  readonly actor: string;
  readonly at: string;
}

/** The read tables of loads. */
export interface LoadTables {
  readonly loads: LoadRow;
  readonly load_files: {
    readonly path: string;
    readonly load: string;
    readonly dataset: string;
    readonly month: string;
    readonly owner: string;
    readonly rows: number;
  };
}

/** A few hundred owners in some months: what one statement holds of parameters is bounded. */
const FILES_AT_ONCE = 1000;

/** Shows the loads and their files as published. For `openRecord`. */
export const loadsReadModel: ReadModel = {
  name: "loads",
  tables: readFileSync(new URL("loads.sql", import.meta.url), "utf8"),
  apply: async (db: Kysely<LoadTables>, event: RecordedEvent) => {
    if (event.type !== LOAD_PUBLISHED) return;
    const load = event.data as PublishedLoad;
    await db.insertInto("loads").values(rowOf(load, event)).execute();
    for (let at = 0; at < load.files.length; at += FILES_AT_ONCE) {
      const files = load.files.slice(at, at + FILES_AT_ONCE);
      const rows = files.map((file) => ({ ...file, load: load.load, dataset: load.dataset }));
      await db.insertInto("load_files").values(rows).execute();
    }
  },
};

function rowOf(load: PublishedLoad, { seq, actor, at }: RecordedEvent): LoadRow {
  return {
    load: load.load,
    seq,
    dataset: load.dataset,
    layout: load.layout,
    status: load.status,
    batch: load.batch,
    corrects: load.corrects,
    settings: JSON.stringify(load.settings),
    file_name: load.fileName,
    file_hash: load.fileHash,
    made_up: load.madeUp,
    stand_in: load.standIn,
    despite: load.despite,
    rows_read: load.rows.read,
    rows_accepted: load.rows.accepted,
    rows_flagged: load.rows.flagged,
    rows_rejected: load.rows.rejected,
    found: JSON.stringify(load.found),
    actor,
    at,
  };
}
