import { dirname, join } from "node:path";
import type { Kysely } from "kysely";
import type { Status } from "./load.ts";
import type { LoadTables } from "./loads.ts";
import { ALL } from "./publish.ts";
import { counting, type Preference, partOfLoad, type Version } from "./selection.ts";

/** Which files are wanted. */
export interface FileQuery {
  readonly dataset: string;
  readonly months?: readonly string[];
  /** Only of these owners, such as the commissioners that someone's scope allows; all where left out. */
  readonly owners?: readonly string[];
  readonly batches?: readonly string[];
  readonly prefer?: Preference;
}

/** A load as it is listed. */
export interface ListedLoad {
  readonly load: string;
  readonly dataset: string;
  readonly layout: string;
  readonly status: Status;
  readonly batch: string;
  readonly corrects: string | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly madeUp: boolean;
  readonly standIn: string | null;
  readonly despite: string | null;
  readonly rows: {
    readonly read: number;
    readonly accepted: number;
    readonly flagged: number;
    readonly rejected: number;
  };
  readonly found: readonly { readonly code: string; readonly weight: "reject" | "flag"; readonly rows: number }[];
  readonly months: readonly string[];
  readonly actor: string;
  readonly at: string;
}

type Reads = Kysely<LoadTables>;

/** The paths of the files that count for a query. */
export async function filesOf(reads: Reads, root: string, query: FileQuery): Promise<readonly string[]> {
  const { dataset, months, owners, batches, prefer = "final" } = query;
  const versions = (await versionsOf(reads, dataset)).filter(
    ({ batch, corrects }) => batches === undefined || batches.includes(batch) || corrects !== null,
  );
  const counts = counting(versions, prefer);
  let wanted = reads.selectFrom("load_files").select(["path", "load", "month"]).where("dataset", "=", dataset);
  if (months !== undefined) wanted = wanted.where("month", "in", [...months, ALL]);
  if (owners !== undefined) wanted = wanted.where("owner", "in", [...owners, ALL]);
  const files = await wanted.orderBy("path").execute();
  return files.filter(({ load, month }) => counts.has(partOfLoad(load, month))).map(({ path }) => join(root, path));
}

async function versionsOf(reads: Reads, dataset: string): Promise<readonly Version[]> {
  const loads = await reads
    .selectFrom("loads")
    .select(["load", "seq", "status", "batch", "corrects"])
    .where("dataset", "=", dataset)
    .execute();
  const months = await monthsByLoad(reads, dataset);
  return loads.map((load) => ({ ...load, months: months.get(load.load) ?? [] }));
}

async function monthsByLoad(
  reads: Reads,
  dataset: string | undefined,
): Promise<ReadonlyMap<string, readonly string[]>> {
  let query = reads.selectFrom("load_files").select(["load", "month"]).distinct();
  if (dataset !== undefined) query = query.where("dataset", "=", dataset);
  const months = new Map<string, string[]>();
  for (const { load, month } of await query.orderBy("month").execute()) {
    months.set(load, [...(months.get(load) ?? []), month]);
  }
  return months;
}

/** The loads of one dataset or of all, the newest first. */
export async function storedLoads(
  reads: Reads,
  { dataset }: { readonly dataset?: string },
): Promise<readonly ListedLoad[]> {
  const all = reads.selectFrom("loads").selectAll().orderBy("seq", "desc");
  const rows = await (dataset === undefined ? all : all.where("dataset", "=", dataset)).execute();
  const months = await monthsByLoad(reads, dataset);
  return rows.map((row) => ({
    load: row.load,
    dataset: row.dataset,
    layout: row.layout,
    status: row.status,
    batch: row.batch,
    corrects: row.corrects,
    settings: row.settings as ListedLoad["settings"],
    fileName: row.file_name,
    madeUp: row.made_up,
    standIn: row.stand_in,
    despite: row.despite,
    rows: {
      read: row.rows_read,
      accepted: row.rows_accepted,
      flagged: row.rows_flagged,
      rejected: row.rows_rejected,
    },
    found: row.found as ListedLoad["found"],
    months: months.get(row.load) ?? [],
    actor: row.actor,
    at: row.at,
  }));
}

/** A load of a dataset by name, with the batch it belongs to. */
export function storedLoad(reads: Reads, dataset: string, load: string) {
  return reads
    .selectFrom("loads")
    .select(["load", "batch", "corrects"])
    .where("dataset", "=", dataset)
    .where("load", "=", load)
    .executeTakeFirst();
}

/** The folders of all files that events name. */
export async function publishedFolders(reads: Reads): Promise<ReadonlySet<string>> {
  const files = await reads.selectFrom("load_files").select("path").execute();
  return new Set(files.map(({ path }) => dirname(path)));
}
