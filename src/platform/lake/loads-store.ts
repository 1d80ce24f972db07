import { dirname, join } from "node:path";
import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import type { Sight } from "../access/sight.ts";
import type { Dataset } from "./dataset.ts";
import type { Status } from "./load.ts";
import type { LoadTables } from "./loads.ts";
import { ALL } from "./publish.ts";
import { counting, type Preference, partOfLoad, type Version } from "./selection.ts";

/** Which files are wanted. */
export interface FileQuery {
  readonly dataset: string;
  /** Whose files the reader may be given. What was loaded before the dataset had an owner is for sight of everything. */
  readonly sight: Sight;
  readonly months?: readonly string[];
  /** Of what is in sight only these owners'; all where left out. */
  readonly owners?: readonly string[];
  readonly batches?: readonly string[];
  readonly prefer?: Preference;
}

/** Which loads are wanted: those that hold rows in sight, and open reference data. */
export interface LoadQuery {
  readonly sight: Sight;
  /** Who asks: what one has loaded oneself is no secret from one. */
  readonly person?: string;
  readonly dataset?: string;
  readonly load?: string;
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

/** The read tables, and the datasets whose files they list. */
export interface Shelves {
  readonly reads: Reads;
  readonly datasets: readonly Dataset[];
}

/** The paths of the files that count for a query. */
export async function filesOf(
  { reads, datasets }: Shelves,
  root: string,
  query: FileQuery,
): Promise<readonly string[]> {
  const { dataset, months, batches, prefer = "final" } = query;
  const owners = openNames(datasets).includes(dataset) ? undefined : ownersIn(query);
  if (owners?.length === 0) return [];
  const versions = (await versionsOf(reads, dataset)).filter(
    ({ batch, corrects }) => batches === undefined || batches.includes(batch) || corrects !== null,
  );
  const counts = counting(versions, prefer);
  let wanted = reads.selectFrom("load_files").select(["path", "load", "month"]).where("dataset", "=", dataset);
  if (months !== undefined) wanted = wanted.where("month", "in", [...months, ALL]);
  if (owners !== undefined) wanted = wanted.where("owner", "in", owners);
  const files = await wanted.orderBy("path").execute();
  return files.filter(({ load, month }) => counts.has(partOfLoad(load, month))).map(({ path }) => join(root, path));
}

/** The owners whose files a query may be given; nothing where they need not be told apart. */
function ownersIn({ sight, owners }: FileQuery): readonly string[] | undefined {
  if (sight === "everywhere") return owners && [...owners, ALL];
  return (owners ?? sight).filter((owner) => owner !== ALL && sight.includes(owner));
}

/** The names of the datasets that are open to all. */
export function openNames(datasets: readonly Dataset[]): readonly string[] {
  return datasets.filter(({ open }) => open !== undefined).map(({ table }) => table.name);
}

async function versionsOf(reads: Reads, dataset: string): Promise<readonly Version[]> {
  const loads = await reads
    .selectFrom("loads")
    .select(["load", "seq", "status", "batch", "corrects"])
    .where("dataset", "=", dataset)
    .execute();
  const files = await reads
    .selectFrom("load_files")
    .select(["load", "month"])
    .distinct()
    .where("dataset", "=", dataset)
    .orderBy("month")
    .execute();
  const months = monthsByLoad(files);
  return loads.map((load) => ({ ...load, months: months.get(load.load) ?? [] }));
}

function monthsByLoad(
  files: readonly { readonly load: string; readonly month: string }[],
): ReadonlyMap<string, readonly string[]> {
  const byLoad = Map.groupBy(files, ({ load }) => load);
  return new Map([...byLoad].map(([load, own]) => [load, own.map(({ month }) => month)]));
}

/** The loads in sight, the newest first, each with the months of which it holds rows in sight. */
export async function storedLoads({ reads, datasets }: Shelves, query: LoadQuery): Promise<readonly ListedLoad[]> {
  const inSight = fileInSight(query, openNames(datasets));
  let wanted = reads
    .selectFrom("loads")
    .where((of) =>
      of.exists(
        of.selectFrom("load_files").select("path").whereRef("load_files.load", "=", "loads.load").where(inSight),
      ),
    );
  if (query.dataset !== undefined) wanted = wanted.where("loads.dataset", "=", query.dataset);
  if (query.load !== undefined) wanted = wanted.where("loads.load", "=", query.load);
  const rows = await wanted.selectAll("loads").orderBy("loads.seq", "desc").execute();
  const files = await wanted
    .innerJoin("load_files", "load_files.load", "loads.load")
    .where(inSight)
    .select(["load_files.load", "load_files.month"])
    .distinct()
    .orderBy("load_files.month")
    .execute();
  const months = monthsByLoad(files);
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

/** Whether a file of a load is in sight: an owner's who is, of open data, or of a load that the person made. */
export function fileInSight({ sight, person }: LoadQuery, open: readonly string[]) {
  return (of: ExpressionBuilder<LoadTables, "loads" | "load_files">): Expression<SqlBool> => {
    if (sight === "everywhere") return of.lit(true);
    const owners = sight.filter((owner) => owner !== ALL);
    return of.or([
      ...(open.length === 0 ? [] : [of("load_files.dataset", "in", open)]),
      ...(owners.length === 0 ? [] : [of("load_files.owner", "in", owners)]),
      ...(person === undefined ? [] : [of("loads.actor", "=", person)]),
    ]);
  };
}

/** Whether a load has files that were not cut by owner. */
export async function isUncut(reads: Reads, load: string): Promise<boolean> {
  const uncut = reads.selectFrom("load_files").select("path").where("load", "=", load).where("owner", "=", ALL);
  return (await uncut.limit(1).executeTakeFirst()) !== undefined;
}

/** The place of a batch in a dataset, where a newer load takes that of an older one. */
export interface Place {
  readonly dataset: string;
  readonly batch: string;
}

/** Whether a load in a place is final; nothing where there is none. It says neither which nor whose. */
export async function standingIn(reads: Reads, { dataset, batch }: Place): Promise<Status | undefined> {
  const first = await reads
    .selectFrom("loads")
    .select("status")
    .where("dataset", "=", dataset)
    .where("batch", "=", batch)
    .where("corrects", "is", null)
    .orderBy("status")
    .limit(1)
    .executeTakeFirst();
  return first?.status;
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
