import { readdir, realpath } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { refuse } from "#kernel/decision.ts";
import type { Record as PeoplesRecord } from "#platform/record/index.ts";
import { isHash, keepFiles, sizeOf } from "./keep-files.ts";
import { dropOthers, keepLines, makeRoom } from "./keeping.ts";
import { takeFolder } from "./making-lock.ts";
import { type Manifest, readManifest, writeManifest } from "./manifest.ts";
import { pathsIn } from "./named-files.ts";
import type { BackupRefusal } from "./refusal.ts";

/** Told how far long work is. */
export type Tell = (done: number, all: number, what: string) => void;

/** What is to be backed up, and where to. */
export interface Backup {
  readonly folder: string;
  /** The folder of all data. */
  readonly root: string;
  readonly record: Pick<PeoplesRecord, "copyOut">;
  /** What the paths of files look like that events name; those files never change. */
  readonly named: RegExp;
  /** Folders whose files are named by their hash; all of them are kept. */
  readonly whole: readonly string[];
  /** Single files that may change, where they are there. */
  readonly besides: readonly string[];
  readonly at: Date;
  readonly tell?: Tell;
}

/** What making a backup came to. */
export interface Made {
  readonly manifest: Manifest;
  /** Files and parts that were copied now, and those that lay there from a backup before. */
  readonly copied: { readonly files: number; readonly bytes: number };
  readonly reused: number;
  /** Files that the record names and that are gone from the data folder, or not what they were. */
  readonly damaged: readonly string[];
  /** What the folder kept of earlier backups and is no longer named, such as texts that were erased. */
  readonly dropped: number;
}

/**
 * Backs up the record as it stands at one moment, and then the files that it names, while others go on working: those never
 * change. The folder then holds this backup alone; until it is finished, it holds the one before, whole.
 */
export async function makeBackup(backup: Backup): Promise<Made | { readonly refused: readonly [BackupRefusal] }> {
  const { folder, root } = backup;
  const other = await makeRoom(folder);
  if (other !== undefined) return refuse("not a backup", { facts: { folder, name: other } });
  if (isInside(await realpath(folder), await realpath(root))) return refuse("inside the data", { facts: { folder } });
  const taken = await takeFolder(folder);
  if ("holder" in taken) return refuse("being made", { facts: { process: taken.holder } });
  try {
    return await makeIn(backup);
  } finally {
    await taken.leave();
  }
}

function isInside(folder: string, root: string): boolean {
  const way = relative(root, folder);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`));
}

async function makeIn(backup: Backup): Promise<Made> {
  const { folder, record, at } = backup;
  const before = await readManifest(folder);
  const earlier = typeof before === "string" ? undefined : before;
  const tables: Manifest["tables"][number][] = [];
  const paths = new Set<string>();
  const { head, migrations } = await record.copyOut(async (name, lines) => {
    const seen = name === "events" ? noting(lines, backup, paths) : lines;
    tables.push({ name, ...(await keepLines(folder, seen)) });
  });
  for (const path of await wholeFiles(backup)) paths.add(path);
  const { files, missing, damaged, copied } = await keepFiles(backup, [...paths].toSorted(), earlier?.files ?? []);
  const madeAt = at.toISOString();
  const manifest: Manifest = { format: 1, madeAt, head, migrations: [...migrations], tables, files, missing };
  await writeManifest(folder, manifest);
  const parts = tables.flatMap((table) => table.parts);
  const hadParts = new Set(earlier?.tables.flatMap((table) => table.parts.map(({ hash }) => hash)));
  const fresh = [...copied, ...parts.filter(({ hash }) => !hadParts.has(hash))];
  const dropped = await dropOthers(folder, new Set([...parts, ...files].map(({ hash }) => hash)));
  return {
    manifest,
    copied: { files: fresh.length, bytes: fresh.reduce((sum, { bytes }) => sum + bytes, 0) },
    reused: files.length + parts.length - fresh.length,
    ...{ damaged, dropped },
  };
}

async function* noting(
  lines: AsyncIterable<string>,
  { named, tell }: Backup,
  paths: Set<string>,
): AsyncGenerator<string> {
  let events = 0;
  for await (const line of lines) {
    const { body } = JSON.parse(line) as { readonly body: string };
    for (const path of pathsIn(body, named)) paths.add(path);
    events += 1;
    tell?.(events, events, "Events copied");
    yield line;
  }
}

async function wholeFiles({ root, whole, besides }: Backup): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of whole) {
    const all = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    found.push(...all.filter((path) => isHash(basename(path))).map((path) => `${folder}/${path}`));
  }
  for (const path of besides) {
    if ((await sizeOf(join(root, path))) !== undefined) found.push(path);
  }
  return found;
}
