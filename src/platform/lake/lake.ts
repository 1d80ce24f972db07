import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { EVERYWHERE } from "#platform/access/sight.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Record as PeoplesRecord } from "#platform/record/index.ts";
import type { Dataset } from "./dataset.ts";
import { pseudonymKey } from "./key.ts";
import type { Status } from "./load.ts";
import { type LoadPart, partsOfLoads } from "./load-parts.ts";
import { type LoadRequest, loadFile, type Outcome } from "./loading.ts";
import type { LoadTables } from "./loads.ts";
import {
  type FileQuery,
  filesOf,
  type ListedLoad,
  type LoadQuery,
  type Place,
  publishedFolders,
  standingIn,
  storedLoads,
} from "./loads-store.ts";
import { pseudonymOf } from "./pseudonym-of.ts";
import { sweepRows } from "./publish.ts";

/** Everything loaded, and the way in. */
export interface Lake {
  readonly root: string;
  readonly datasets: readonly Dataset[];
  /** Does all that loading does but publish: for whoever wants to know before it counts. */
  check(request: LoadRequest): Promise<Outcome>;
  /** Loads a file: published whole, or not at all. */
  load(request: LoadRequest): Promise<Outcome>;
  /** The files that count, as paths the engine can be given. */
  files(query: FileQuery): Promise<readonly string[]>;
  /** What was loaded of what is in sight, the newest first. */
  loads(query: LoadQuery): Promise<readonly ListedLoad[]>;
  /** The files in sight of all loads, whether they count or not: what came, and when. */
  parts(query: LoadQuery): Promise<readonly LoadPart[]>;
  /** Whether what stands in the place of a batch is final, whoever's it is; nothing where nothing stands there. */
  standing(place: Place): Promise<Status | undefined>;
  /** How many of a dataset's files that count were loaded before it was cut by owner, and so are out of all but one's sight. */
  uncut(dataset: string): Promise<number>;
  /** The pseudonym of one identifier, for who may lead rows back to a person; nothing where it does not check out. */
  pseudonymOf(identifier: string): string | undefined;
  /** Removes what loads that crashed before an instant have left behind. */
  sweep(before: Date): Promise<number>;
}

export interface LakeOptions {
  readonly engine: Engine;
  readonly record: PeoplesRecord;
  /** The folder of all data. */
  readonly root: string;
  /** The file that holds the key of pseudonyms, outside the folder of all data. */
  readonly key: string;
  readonly datasets: readonly Dataset[];
}

/** Opens the lake in a folder. */
export function openLake({ engine, record, root, key, datasets }: LakeOptions): Lake {
  const reads = record.reads<LoadTables>();
  const shelves = { reads, datasets };
  const files = (query: FileQuery) => filesOf(shelves, root, query);
  const load = async (request: LoadRequest, mode: "load" | "check"): Promise<Outcome> => {
    const scratch = join(root, "scratch", `${process.pid}-${process.hrtime.bigint()}`);
    await mkdir(scratch, { recursive: true });
    try {
      return await loadFile({ engine, record, root, key, datasets, scratch, files }, request, mode);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  };
  return {
    root,
    datasets,
    check: (request) => load(request, "check"),
    load: (request) => load(request, "load"),
    files,
    loads: (query) => storedLoads(shelves, query),
    parts: (query) => partsOfLoads(shelves, root, query),
    standing: (place) => standingIn(reads, place),
    uncut: async (dataset) => (await files({ dataset, sight: EVERYWHERE, owners: [] })).length,
    pseudonymOf: (identifier) => pseudonymOf(pseudonymKey(key, root), identifier),
    sweep: async (before) => {
      const rows = await sweepRows(root, await publishedFolders(reads), before);
      return rows + (await sweepScratch(root, before));
    },
  };
}

async function sweepScratch(root: string, before: Date): Promise<number> {
  const folder = join(root, "scratch");
  let removed = 0;
  for (const entry of await readdir(folder).catch(() => [])) {
    const { mtime } = await stat(join(folder, entry));
    if (mtime >= before) continue;
    await rm(join(folder, entry), { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
