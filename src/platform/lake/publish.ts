import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { type DuckDBConnection, identifier, quoted } from "#platform/engine/index.ts";
import { rowsSql, runWith } from "./binding.ts";
import type { Looked } from "./check.ts";
import type { Dataset } from "./dataset.ts";
import type { LoadFile } from "./load.ts";

/** The name of the month or owner of rows that are not cut by one. */
export const ALL = "all";

interface Written {
  readonly draft: string;
  readonly month: string;
  readonly owner: string;
  readonly rows: number;
}

/**
 * Writes the accepted rows, shaped and sorted, as one file for each month and owner, and moves them to where they stay. They
 * count only once an event names them: until then, and for ever after a crash, they are no part of the lake.
 */
export async function writeRows(
  connection: DuckDBConnection,
  looked: Looked,
  { dataset, load, root, folder }: { dataset: Dataset; load: string; root: string; folder: string },
): Promise<readonly LoadFile[]> {
  const draft = join(folder, "accepted");
  await mkdir(draft, { recursive: true });
  const written = await copyRows(connection, looked, dataset, load, draft);
  const unique = `${load}-${process.pid.toString(36)}${process.hrtime.bigint().toString(36)}`;
  const files: LoadFile[] = [];
  const months = new Set(written.map(({ month }) => month));
  for (const month of months) {
    const home = join(root, "lake", dataset.table.name, month, unique);
    await mkdir(home, { recursive: true });
    for (const file of numbered(written.filter((each) => each.month === month))) {
      await keep(file.draft, join(home, file.name));
      const path = relative(root, join(home, file.name));
      files.push({ path, month, owner: file.owner, rows: file.rows });
    }
    await sync(home);
    await sync(dirname(home));
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Removes files that will not be named by any event. */
export async function removeFiles(root: string, files: readonly LoadFile[]): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(join(root, path))));
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}

/** Up to so many rows are put in place before they are cut, so that they can be cut a month at a time. */
const FEW_ROWS = 100_000;

/**
 * Writes rows cut by month and owner. A file of few rows may hold many years and every owner: each file being written takes
 * memory, so such rows are cut a month at a time.
 */
async function copyRows(
  connection: DuckDBConnection,
  looked: Looked,
  dataset: Dataset,
  load: string,
  draft: string,
): Promise<readonly Written[]> {
  const sql = acceptedSql(looked, dataset, load);
  const { month } = dataset;
  if (month === undefined || looked.read > FEW_ROWS) return copyPart(connection, looked, dataset, sql, draft);
  await runWith(connection, looked.intake.shape, `CREATE OR REPLACE TEMP TABLE accepted AS ${sql}`, looked.settings);
  const found = await connection.runAndReadAll(`SELECT DISTINCT ${identifier(month)} FROM accepted ORDER BY 1`);
  const written: Written[] = [];
  for (const [at, [value]] of found.getRows().entries()) {
    const folder = join(draft, String(at));
    await mkdir(folder);
    const part = `SELECT * FROM accepted WHERE ${identifier(month)} = ${quoted(String(value))} ORDER BY rowid`;
    written.push(...(await copyPart(connection, { ...looked, settings: {} }, dataset, part, folder)));
  }
  return written;
}

async function copyPart(
  connection: DuckDBConnection,
  { intake, settings }: Looked,
  dataset: Dataset,
  sql: string,
  draft: string,
): Promise<readonly Written[]> {
  const cuts = [dataset.month, dataset.owner].filter((column) => column !== undefined);
  const partitions = `PARTITION_BY (${cuts.map(identifier).join(", ")}), WRITE_PARTITION_COLUMNS true`;
  const target = cuts.length === 0 ? quoted(join(draft, "rows.parquet")) : quoted(draft);
  const answer = await runWith(
    connection,
    intake.shape,
    `COPY (${sql}) TO ${target}
     (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, RETURN_STATS${cuts.length === 0 ? "" : `, ${partitions}`})`,
    settings,
  );
  const [path, count] = ["filename", "count"].map((name) => answer.columnNames().indexOf(name));
  return answer.getRows().map((row) => {
    const place = String(row[path ?? 0]);
    return { draft: place, rows: Number(row[count ?? 1]), ...partitionOf(relative(draft, place), dataset) };
  });
}

/** The values of partition columns as the engine wrote them into a path. */
function partitionOf(path: string, { month, owner }: Dataset): { readonly month: string; readonly owner: string } {
  const parts = path.split("/").flatMap((part) => (part.includes("=") ? [part.slice(part.indexOf("=") + 1)] : []));
  const values = parts.map(decodeURIComponent);
  return {
    month: (month === undefined ? undefined : values[0]) ?? ALL,
    owner: (owner === undefined ? undefined : values.at(-1)) ?? ALL,
  };
}

/**
 * SQL of the rows of the table: what the shaping gives, marked and in order. In files of many rows only by the months and
 * owners they are cut by, since sorting would take longer than all the rest.
 */
function acceptedSql(
  { intake: { shape }, read }: Looked,
  { table, order, month, owner }: Dataset,
  load: string,
): string {
  const shaped = new Set(Object.keys(shape.columns));
  const marks = shaped.has("flags") ? "shaped.flags" : "flagged.flags";
  const columns = Object.keys(table.columns).map((name) => {
    if (name === "load") return `${quoted(load)} AS load`;
    if (name === "flags") return `concat_ws(' ', nullif(${marks}, ''), nullif(row_flagged.flags, '')) AS flags`;
    return `shaped.${identifier(name)}`;
  });
  const cuts = [month, owner].filter((name) => name !== undefined);
  const keys = read > FEW_ROWS && cuts.length > 0 ? cuts : [...new Set([...cuts, ...order, "source_row"])];
  return `SELECT ${columns.join(", ")} FROM (${rowsSql(shape.sql)}) AS shaped
    LEFT JOIN flagged ON flagged.source_row = shaped.source_row
    LEFT JOIN row_flagged ON row_flagged.source_row = shaped.source_row
    ORDER BY ${keys.map((name) => `shaped.${identifier(name)}`).join(", ")}`;
}

function numbered(files: readonly Written[]): readonly (Written & { readonly name: string })[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const count = (seen.get(file.owner) ?? 0) + 1;
    seen.set(file.owner, count);
    const stem = encodeURIComponent(file.owner);
    return { ...file, name: count === 1 ? `${stem}.parquet` : `${stem}-${count}.parquet` };
  });
}

/** On disk before it is in its place, so that no published file can be found cut short after a power loss. */
async function keep(draft: string, place: string): Promise<void> {
  await sync(draft);
  await rename(draft, place);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what crashed loads left: folders of rows that no event names, if they are older than an instant. */
export async function sweepRows(root: string, published: ReadonlySet<string>, before: Date): Promise<number> {
  let removed = 0;
  for (const folder of await loadFolders(join(root, "lake"))) {
    if (published.has(relative(root, folder)) || !(await isOlder(folder, before))) continue;
    await rm(folder, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

async function loadFolders(lake: string): Promise<readonly string[]> {
  const datasets = await foldersIn(lake);
  const months = (await Promise.all(datasets.map(foldersIn))).flat();
  return (await Promise.all(months.map(foldersIn))).flat();
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  const handle = await open(path, "r");
  try {
    return (await handle.stat()).mtime < before;
  } finally {
    await handle.close();
  }
}
