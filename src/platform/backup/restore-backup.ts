import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { refuse } from "#kernel/decision.ts";
import type { Authorship, Record as PeoplesRecord } from "#platform/record/index.ts";
import { type Checked, checkBackup, copyIn } from "./check-backup.ts";
import { copyWhole, placeOf } from "./keeping.ts";
import type { Tell } from "./make-backup.ts";
import type { Manifest } from "./manifest.ts";
import type { BackupFault, BackupRefusal } from "./refusal.ts";

/** A backup to restore, and where to. */
export interface Restoring {
  readonly folder: string;
  /** The folder of all data; it must hold nothing that the backup does not. */
  readonly root: string;
  readonly record: Pick<PeoplesRecord, "copyIn" | "history">;
  /** What the program itself has in a data folder that is still empty. */
  readonly own: readonly string[];
  /** Hashes of texts that were erased after the backup was made. */
  readonly erased: readonly string[];
  readonly by: Authorship;
  readonly tell?: Tell;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly events: number;
  readonly texts: number;
  readonly erased: number;
  readonly files: number;
}

interface Refused {
  readonly refused: readonly [BackupRefusal];
  readonly faults?: readonly BackupFault[];
}

/**
 * Puts a backup into an empty data folder and an empty record: first the files, then the record in one step, so that one
 * that was broken off can be begun again. A backup that is not whole is refused.
 */
export async function restoreBackup(restoring: Restoring): Promise<Restored | Refused> {
  const { folder, record, tell } = restoring;
  const checked = await checkBackup(folder, tell);
  const against = reasonAgainst(checked) ?? (await occupied(restoring, checked.manifest));
  if (against !== undefined) return against;
  const manifest = checked.manifest as Manifest;
  const failed = await putFiles(restoring, manifest);
  if (failed !== undefined) return failed;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const taken = await record.copyIn({
    ...(await copyIn(folder, manifest)),
    migrations: manifest.migrations,
    erased: restoring.erased,
    by: restoring.by,
    progress: (done) => tell?.(done, rows, "Rows restored"),
  });
  return "refused" in taken ? taken : { ...taken, manifest, files: manifest.files.length };
}

function reasonAgainst({ manifest, faults }: Checked): Refused | undefined {
  if (manifest !== undefined && faults.length === 0) return undefined;
  return { ...refuse("backup spoilt", { facts: { faults: faults.length } }), faults };
}

/** Whether anything is in the way; files of this very backup are not, since restoring may have been broken off. */
async function occupied(
  { root, own, record }: Restoring,
  manifest: Manifest | undefined,
): Promise<Refused | undefined> {
  const known = new Map(manifest?.files.map(({ path, hash }) => [path, hash]));
  for (const path of await filesIn(root, own)) {
    if (path.endsWith(DRAFT)) continue;
    const hash = known.get(path);
    if (hash === undefined || (await hashOf(join(root, path))) !== hash) {
      return refuse("data not empty", { facts: { path } });
    }
  }
  const [event] = await record.history({ limit: 1 });
  return event === undefined ? undefined : refuse("record not empty", { facts: { table: "record.events" } });
}

async function filesIn(root: string, own: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const top of await readdir(root, { withFileTypes: true }).catch(() => [])) {
    if (own.includes(top.name)) continue;
    if (!top.isDirectory()) found.push(top.name);
    else {
      const below = await readdir(join(root, top.name), { withFileTypes: true, recursive: true });
      const files = below.filter((entry) => !entry.isDirectory());
      found.push(...files.map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1)));
    }
  }
  return found.toSorted();
}

const DRAFT = ".restoring";

async function putFiles({ folder, root, tell }: Restoring, { files }: Manifest): Promise<Refused | undefined> {
  for (const [at, { path, hash }] of files.entries()) {
    const place = join(root, path);
    await mkdir(dirname(place), { recursive: true });
    try {
      await copyWhole(placeOf(folder, hash), (found) => held(found, hash, place), `${place}${DRAFT}`);
    } catch (error) {
      if (error instanceof Changed) return refuse("file not copied", { facts: { path } });
      throw error;
    }
    tell?.(at + 1, files.length, "Files restored");
  }
  return undefined;
}

class Changed extends Error {}

/** The place of a file, for bytes that are what they should be. */
function held(found: string, hash: string, place: string): string {
  if (found !== hash) throw new Changed();
  return place;
}

async function hashOf(path: string): Promise<string> {
  const sum = createHash("sha256");
  for await (const part of createReadStream(path)) sum.update(part as Buffer);
  return sum.digest("hex");
}
