import { stat } from "node:fs/promises";
import { copyFaults, type RecordCopy } from "#platform/record/index.ts";
import { isSound, keptLines, placeOf } from "./keeping.ts";
import type { Tell } from "./make-backup.ts";
import { type Kept, type Manifest, readManifest } from "./manifest.ts";
import type { BackupFault } from "./refusal.ts";

/** A backup that was looked through. */
export interface Checked {
  readonly manifest?: Manifest;
  readonly faults: readonly BackupFault[];
}

/** Holds every file of a backup against its hash and follows the chain of its events, without a database. */
export async function checkBackup(folder: string, tell?: Tell): Promise<Checked> {
  const manifest = await readManifest(folder);
  if (typeof manifest === "string") {
    return { faults: [{ kind: manifest === "none" ? "no backup" : "manifest altered" }] };
  }
  const faults: BackupFault[] = [];
  const named = namedIn(manifest);
  const all = named.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { name, hash, bytes } of named) {
    const state = await isSound(folder, { hash, bytes });
    if (state !== "sound") faults.push({ kind: `${state} file`, name, hash });
    done += bytes;
    tell?.(done, all, "Bytes checked");
  }
  return { manifest, faults: [...faults, ...(await copyFaults(await copyIn(folder, manifest)))] };
}

function namedIn({ tables, files }: Manifest): readonly (Kept & { readonly name: string })[] {
  const parts = tables.flatMap(({ name, parts: all }) =>
    all.map((part, at) => ({ ...part, name: `${name}, part ${at + 1} of ${all.length}` })),
  );
  return [...parts, ...files.map(({ path, ...kept }) => ({ ...kept, name: path }))];
}

/** The copy of the record in a backup, as far as its parts are there. */
export async function copyIn(folder: string, { head, tables }: Manifest): Promise<RecordCopy> {
  const parts = new Map<string, readonly Kept[]>();
  for (const { name, parts: all } of tables) {
    const there = await Promise.all(all.map(({ hash }) => stat(placeOf(folder, hash)).catch(() => undefined)));
    parts.set(
      name,
      all.filter((_, at) => there[at] !== undefined),
    );
  }
  return {
    head,
    tables: tables.map(({ name }) => name),
    lines: (table) => keptLines(folder, parts.get(table) ?? []),
  };
}
