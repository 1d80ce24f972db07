import { join } from "node:path";
import type { Status } from "./load.ts";
import { fileInSight, type LoadQuery, openNames, type Shelves } from "./loads-store.ts";

/** A file of a load: whose it is and of which month, and when it came. */
export interface LoadPart {
  readonly load: string;
  readonly dataset: string;
  readonly month: string;
  readonly owner: string;
  readonly status: Status;
  /** The instant at which it was published. */
  readonly at: string;
  /** Its whole path. */
  readonly file: string;
}

/** The files in sight of all loads, those too whose place another has taken; corrected rows of a load are left out. */
export async function partsOfLoads(
  { reads, datasets }: Shelves,
  root: string,
  query: LoadQuery,
): Promise<readonly LoadPart[]> {
  let wanted = reads
    .selectFrom("loads")
    .innerJoin("load_files", "load_files.load", "loads.load")
    .where("loads.corrects", "is", null)
    .where(fileInSight(query, openNames(datasets)));
  if (query.dataset !== undefined) wanted = wanted.where("loads.dataset", "=", query.dataset);
  if (query.load !== undefined) wanted = wanted.where("loads.load", "=", query.load);
  const rows = await wanted
    .select(["loads.load", "loads.dataset", "loads.status", "loads.at"])
    .select(["load_files.month", "load_files.owner", "load_files.path"])
    .orderBy("loads.seq")
    .orderBy("load_files.path")
    .execute();
  return rows.map(({ path, ...row }) => ({ ...row, file: join(root, path) }));
}
