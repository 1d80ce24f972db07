import { join } from "node:path";
import { BIGINT, type DuckDBConnection, LIST, listValue, quoted, VARCHAR } from "#platform/engine/index.ts";
import { LONGEST_LINE } from "./bytes.ts";
import { columnAt, stagingSql } from "./expression.ts";
import type { Layout, Placing } from "./layout.ts";
import { asBefore, type FileRecord, recordsOf } from "./records.ts";
import type { Scan } from "./scan.ts";
import { KEY } from "./secret-field.ts";

/** A file that has been looked at, and how to stage it. */
export interface Staging {
  readonly file: string;
  readonly scan: Scan | { readonly kind: "parquet" };
  readonly layout: Layout;
  readonly placing: Placing;
  /** Where what is staged may lie until the load is over. */
  readonly folder: string;
  /** The key of pseudonyms. */
  readonly key: string;
  /** Told how many rows have been staged so far. */
  readonly onRows: (rows: number) => void;
}

/** What was staged: SQL of a relation with `source_row` and the staged columns, and how many rows the file has. */
export interface Stage {
  readonly relation: string;
  readonly read: number;
}

/** Rows of about so many bytes are handed to the engine at once. */
const BLOCKS_AT_ONCE = 16;
const [FIELD_END, RECORD_END] = ["\u001f", "\u001e"];
/** Written once and read a few times. Dictionaries only where values repeat: what is worked out of them is worked out once. */
const SCRATCH = "(FORMAT parquet, COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 10000, WRITE_BLOOM_FILTER false)";

/** Names the relation of what is found in rows, for this connection alone. */
export async function prepareFound(connection: DuckDBConnection): Promise<void> {
  await connection.run("CREATE OR REPLACE TEMP TABLE found (source_row BIGINT, code VARCHAR)");
}

/** Stages the rows of a file; lines that are no rows go to `found`. */
export async function stage(connection: DuckDBConnection, staging: Staging): Promise<Stage> {
  const { scan } = staging;
  if (scan.kind === "parquet") return stageParquet(connection, staging);
  const isQuick = scan.isPlain && !staging.placing.isTamed && (staging.layout.header || !scan.hasMark);
  const quick = isQuick ? await stagePlain(connection, staging, scan) : undefined;
  return quick ?? (await stageRecords(connection, staging, scan));
}

/** A plain file goes through the engine's own reader. Nothing where that reader sees other rows than there are lines. */
async function stagePlain(
  connection: DuckDBConnection,
  { file, layout, placing, folder, key, onRows }: Staging,
  { lines, isCompressed, lineEnd }: Scan,
): Promise<Stage | undefined> {
  const path = join(folder, "plain.parquet");
  const skip = layout.header ? 1 : 0;
  const columns = Array.from({ length: placing.width }, (_, at) => `${quoted(columnAt(at))}: 'VARCHAR'`);
  const from = `SELECT * FROM read_csv(${quoted(file)}, auto_detect = false, header = false, skip = ${skip}, delim = ',', quote = '"',
    escape = '"', strict_mode = true, null_padding = false, new_line = ${lineEnd === "\n" ? "'\\n'" : "'\\r\\n'"},
    compression = '${isCompressed ? "gzip" : "none"}', max_line_size = ${8 * LONGEST_LINE}, columns = {${columns.join(", ")}})`;
  try {
    const rows = await copy(connection, stagingSql(layout, placing, from), path, { [KEY]: key });
    if (rows !== lines - skip) return undefined;
    onRows(rows);
  } catch {
    return undefined;
  }
  const row = `CAST(file_row_number AS BIGINT) + ${skip + 1} AS source_row`;
  return {
    relation: `SELECT ${row}, * EXCLUDE (file_row_number) FROM read_parquet(${quoted(path)}, file_row_number = true)`,
    read: lines - skip,
  };
}

async function stageRecords(connection: DuckDBConnection, staging: Staging, scan: Scan): Promise<Stage> {
  const { file, layout, placing, folder, key, onRows } = staging;
  const columns = Array.from({ length: placing.width }, (_, at) => `fields[${at + 1}] AS ${columnAt(at)}`);
  const slots = `SELECT unnest(string_split(block, chr(30))) AS record, unnest(range(line, line + lines)) AS source_row
    FROM (SELECT unnest($blocks) AS block, unnest($firsts) AS line, unnest($counts) AS lines)`;
  const split = `SELECT source_row, string_split(record, chr(31)) AS fields FROM (${slots}) WHERE record <> ''`;
  const sql = stagingSql(layout, placing, `SELECT source_row, ${columns.join(", ")} FROM (${split})`, ["source_row"]);
  const paths: string[] = [];
  let read = 0;
  for await (const blocks of batches(file, scan, layout.header, placing)) {
    const path = join(folder, `part-${paths.length}.parquet`);
    const parameters = {
      blocks: listValue(blocks.map(({ text }) => text)),
      firsts: listValue(blocks.map(({ line }) => BigInt(line))),
      counts: listValue(blocks.map(({ lines }) => BigInt(lines))),
    };
    await copy(connection, sql, path, { [KEY]: key, ...parameters });
    await addFaults(
      connection,
      blocks.flatMap(({ faults }) => faults),
    );
    paths.push(path);
    read += blocks.reduce((sum, { records }) => sum + records, 0);
    onRows(read);
  }
  return { relation: `SELECT * FROM read_parquet([${paths.map(quoted).join(", ")}])`, read };
}

/** Records on their way into the engine: one slot for each line, so that a row's place is its line. */
interface Batch {
  readonly text: string;
  readonly line: number;
  readonly lines: number;
  readonly records: number;
  readonly faults: readonly FileRecord[];
}

async function* batches(file: string, scan: Scan, header: boolean, placing: Placing): AsyncGenerator<readonly Batch[]> {
  let waiting: Batch[] = [];
  let isFirst = header;
  for await (const { line, lines, records } of recordsOf(file, scan, placing.width)) {
    const rows = isFirst ? records.slice(1) : records;
    if (records.length > 0) isFirst = false;
    waiting.push(batchOf(line, lines, placing.isTamed ? rows.map(asBefore) : rows));
    if (waiting.length < BLOCKS_AT_ONCE) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

function batchOf(line: number, lines: number, rows: readonly FileRecord[]): Batch {
  const slots = new Array<string>(lines).fill("");
  for (const { line: at, fields, fault } of rows) {
    if (fault === undefined) slots[at - line] = fields.join(FIELD_END);
  }
  const faults = rows.filter(({ fault }) => fault !== undefined);
  return { text: slots.join(RECORD_END), line, lines, records: rows.length, faults };
}

async function addFaults(connection: DuckDBConnection, faults: readonly FileRecord[]): Promise<void> {
  if (faults.length === 0) return;
  const rows = listValue(faults.map(({ line }) => BigInt(line)));
  const codes = listValue(faults.map(({ fault = "" }) => fault));
  await connection.run("INSERT INTO found SELECT unnest($rows), unnest($codes)", { rows, codes }, TYPES);
}

async function stageParquet(connection: DuckDBConnection, staging: Staging): Promise<Stage> {
  const { file, layout, placing, folder, key, onRows } = staging;
  const from = `read_parquet(${quoted(file)}, hive_partitioning = false, file_row_number = true)`;
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${from}`);
  const columns = described
    .getRows()
    .map(([name], at) => `CAST("${String(name).replaceAll('"', '""')}" AS VARCHAR) AS ${columnAt(at)}`);
  const rows = `SELECT CAST(file_row_number AS BIGINT) + 1 AS source_row, ${columns.join(", ")} FROM ${from}`;
  const path = join(folder, "rows.parquet");
  const read = await copy(connection, stagingSql(layout, placing, rows, ["source_row"]), path, { [KEY]: key });
  onRows(read);
  return { relation: `SELECT * FROM read_parquet(${quoted(path)})`, read };
}

type Parameters = Readonly<Record<string, string | ReturnType<typeof listValue>>>;
const TYPES = {
  blocks: LIST(VARCHAR),
  firsts: LIST(BIGINT),
  counts: LIST(BIGINT),
  rows: LIST(BIGINT),
  codes: LIST(VARCHAR),
};

async function copy(connection: DuckDBConnection, sql: string, path: string, given: Parameters): Promise<number> {
  const used = Object.fromEntries(Object.entries(given).filter(([name]) => sql.includes(`$${name}`)));
  const types = Object.fromEntries(Object.entries(TYPES).filter(([name]) => name in used));
  const answer = await connection.runAndReadAll(`COPY (${sql}) TO ${quoted(path)} ${SCRATCH}`, used, types);
  return Number(answer.getRows()[0]?.[0] ?? 0);
}
