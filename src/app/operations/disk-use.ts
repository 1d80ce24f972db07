import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Folders } from "../folders.ts";

/** What lies in the data folder and beside it, in bytes. */
export interface DiskUse {
  /** Nothing where the record is in a database of the user's own, on another disk perhaps. */
  readonly record: number | undefined;
  readonly lake: number;
  readonly marts: number;
  readonly files: number;
  readonly uploads: number;
  /** What is left of work under way: sorting, made pages, files on their way in. */
  readonly passing: number;
  /** What the disk has left for this program. */
  readonly free: number;
  /** Bytes of the lake by dataset and month; standing data has the month `all`. */
  readonly months: readonly { readonly dataset: string; readonly month: string; readonly bytes: number }[];
}

/** Measures the data folder. Files that go meanwhile count as nothing. */
export async function diskUse(folders: Folders, isOwnDatabase: boolean): Promise<DiskUse> {
  const [lake, marts, files, uploads, scratch, cache, record, disk] = await Promise.all([
    filesIn(folders.lake),
    bytesIn(folders.marts),
    bytesIn(folders.files),
    bytesIn(folders.uploads),
    bytesIn(folders.scratch),
    bytesIn(folders.cache),
    isOwnDatabase ? undefined : bytesIn(folders.record),
    statfs(folders.root),
  ]);
  const byMonth = Map.groupBy(lake, ({ path }) => path.split("/").slice(0, 2).join("/"));
  const months = [...byMonth].map(([place, own]) => {
    const [dataset = "", month = ""] = place.split("/");
    return { dataset, month, bytes: sum(own) };
  });
  return {
    ...{ record, lake: sum(lake), marts, files, uploads, passing: scratch + cache },
    free: disk.bavail * disk.bsize,
    months: months.toSorted((a, b) => (`${a.dataset}/${a.month}` < `${b.dataset}/${b.month}` ? -1 : 1)),
  };
}

interface Sized {
  readonly path: string;
  readonly bytes: number;
}

async function filesIn(folder: string): Promise<readonly Sized[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch(() => undefined);
      return { path: path.slice(folder.length + 1), bytes: found?.size ?? 0 };
    }),
  );
}

async function bytesIn(folder: string): Promise<number> {
  return sum(await filesIn(folder));
}

function sum(files: readonly { readonly bytes: number }[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}
