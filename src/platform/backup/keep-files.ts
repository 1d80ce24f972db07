import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { keepFile, placeOf } from "./keeping.ts";
import type { Kept, Manifest } from "./manifest.ts";

/** What keeping files needs to know of the backup. */
interface Backup {
  readonly folder: string;
  readonly root: string;
  /** Files that may change, and so are copied each time. */
  readonly besides: readonly string[];
  readonly tell?: (done: number, all: number, what: string) => void;
}

type KeptFile = Manifest["files"][number];

/** The files of a backup, and what could not be had. */
interface KeptFiles {
  readonly files: readonly KeptFile[];
  /** Neither there nor in an earlier backup. */
  readonly missing: readonly string[];
  /** Gone from the data folder, or not what they were. */
  readonly damaged: readonly string[];
  /** What an earlier backup did not have. */
  readonly copied: readonly Kept[];
}

interface Found {
  readonly file?: KeptFile;
  readonly isDamaged: boolean;
  readonly isNew: boolean;
}

/** Keeps files, those that an earlier backup has not got. */
export async function keepFiles(
  backup: Backup,
  paths: readonly string[],
  earlier: readonly KeptFile[],
): Promise<KeptFiles> {
  const had = new Map(earlier.map((file) => [file.path, file]));
  const found = new Map<string, Found>();
  for (const [at, path] of paths.entries()) {
    backup.tell?.(at + 1, paths.length, "Files copied");
    const before = backup.besides.includes(path) ? undefined : had.get(path);
    found.set(path, (before && (await keptBefore(backup, before))) ?? (await keptNow(backup, path)));
  }
  const all = [...found];
  return {
    files: all.flatMap(([, { file }]) => file ?? []),
    missing: all.flatMap(([path, { file }]) => (file === undefined ? [path] : [])),
    damaged: all.flatMap(([path, { isDamaged }]) => (isDamaged ? [path] : [])),
    copied: all.flatMap(([, { file, isNew }]) => (isNew && file !== undefined ? [file] : [])),
  };
}

/** A file that an earlier backup keeps: good to be restored, even where the data folder has lost it. */
async function keptBefore({ folder, root }: Backup, file: KeptFile): Promise<Found | undefined> {
  if ((await sizeOf(placeOf(folder, file.hash))) !== file.bytes) return undefined;
  return { file, isDamaged: (await sizeOf(join(root, file.path))) !== file.bytes, isNew: false };
}

/** A file as it is kept now; nothing of it where it is not there, or not what its name says it holds. */
async function keptNow({ folder, root }: Backup, path: string): Promise<Found> {
  try {
    const kept = await keepFile(folder, join(root, path));
    const name = basename(path);
    const isDamaged = isHash(name) && name !== kept.hash;
    return isDamaged ? { isDamaged, isNew: false } : { file: { path, ...kept }, isDamaged, isNew: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { isDamaged: true, isNew: false };
    throw error;
  }
}

/** Whether a file's name is the hash of what it holds. */
export function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

/** How many bytes a file has; nothing where there is none. */
export async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}
