import { type DuckDBConnection, quoted } from "#platform/engine/index.ts";
import type { Layout, Placing } from "./layout.ts";
import { asBefore, type FileRecord, type RecordBlock, recordsOf } from "./records.ts";
import type { Scan } from "./scan.ts";

/** A file to go back to: how it was read and how it is laid out. */
export interface Original {
  readonly file: string;
  readonly scan: Scan | { readonly kind: "parquet"; readonly hash: string };
  /** The names of its columns, or their numbers where it has none. */
  readonly columns: readonly string[];
  readonly layout: Layout;
  readonly placing: Placing;
}

/** Lines that are wanted, in their order, with something to know of each. */
export interface Page<T> {
  readonly lines: ReadonlyMap<number, T>;
  readonly first: number;
  readonly last: number;
}

/** A page of lines; they are given in their order. */
export function pageOf<T>(lines: ReadonlyMap<number, T>): Page<T> {
  const all = [...lines.keys()];
  return { lines, first: all[0] ?? 0, last: all.at(-1) ?? 0 };
}

/** The rows of a file that start on wanted lines, each with what is known of it, in one pass over the file. */
export function originalRows<T>(
  connection: DuckDBConnection,
  original: Original,
  pages: AsyncGenerator<Page<T>>,
): AsyncGenerator<readonly [FileRecord, T]> {
  const { file, scan, placing } = original;
  if (scan.kind === "parquet") return parquetRows(connection, original, pages);
  return textRows(file, scan, placing, pages);
}

async function* textRows<T>(
  file: string,
  scan: Scan,
  { width, isTamed }: Placing,
  pages: AsyncGenerator<Page<T>>,
): AsyncGenerator<readonly [FileRecord, T]> {
  const next = async (): Promise<Page<T> | undefined> => (await pages.next()).value as Page<T> | undefined;
  let page = await next();
  const wanted = (line: number, count: number): boolean => page !== undefined && page.first < line + count;
  for await (const record of singly(recordsOf(file, scan, width, wanted), isTamed)) {
    if (page !== undefined && record.line > page.last) page = await next();
    if (page === undefined) return;
    const known = page.lines.get(record.line);
    if (known !== undefined) yield [record, known];
  }
}

async function* singly(blocks: AsyncGenerator<RecordBlock>, isTamed: boolean): AsyncGenerator<FileRecord> {
  for await (const { records } of blocks) yield* isTamed ? records.map(asBefore) : records;
}

async function* parquetRows<T>(
  connection: DuckDBConnection,
  { file }: Original,
  pages: AsyncGenerator<Page<T>>,
): AsyncGenerator<readonly [FileRecord, T]> {
  const from = `read_parquet(${quoted(file)}, hive_partitioning = false, file_row_number = true)`;
  for await (const { lines } of pages) {
    const answer = await connection.runAndReadAll(`SELECT file_row_number + 1, * EXCLUDE (file_row_number) FROM (
      SELECT file_row_number, CAST(COLUMNS(* EXCLUDE (file_row_number)) AS VARCHAR) FROM ${from}
      WHERE file_row_number + 1 IN (${[...lines.keys()].join(", ")})
    ) ORDER BY file_row_number`);
    for (const [row, ...values] of answer.getRows()) {
      const fields = values.map((value) => (value === null ? "" : String(value)));
      const known = lines.get(Number(row));
      if (known !== undefined) yield [{ line: Number(row), raw: fields.join(","), fields }, known];
    }
  }
}
