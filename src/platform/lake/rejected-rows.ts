import { open, rename, rm } from "node:fs/promises";
import type { DuckDBConnection } from "#platform/engine/index.ts";
import { brokenLineAgain, csvLineAgain } from "../files/csv.ts";
import type { Finding } from "./finding.ts";
import { REJECTED_COLUMNS, REJECTED_MARK } from "./layout.ts";
import { type Original, originalRows, type Page, pageOf } from "./original.ts";
import type { FileRecord } from "./records.ts";

const ROWS_AT_ONCE = 20_000;
const TEXT_AT_ONCE = 1 << 18;
const LONGEST_VALUE = 80;

/** The values of rows in the columns that fields are read from, by line and field. For examples in a report. */
export async function valuesAt(
  connection: DuckDBConnection,
  original: Original,
  wanted: ReadonlyMap<number, readonly string[]>,
): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  const ordered = new Map([...wanted].toSorted(([a], [b]) => a - b));
  for await (const [record, fields] of originalRows(connection, original, onePage(ordered))) {
    for (const field of fields) {
      const value = valueAt(original, field, record);
      const short = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
      values.set(`${record.line} ${field}`, short);
    }
  }
  return values;
}

async function* onePage<T>(lines: ReadonlyMap<number, T>): AsyncGenerator<Page<T>> {
  if (lines.size > 0) yield pageOf(lines);
}

/** What stands in the columns of a field; of a line that is no row, or where nothing is named, all of it. */
function valueAt({ placing }: Original, field: string, { fields, raw, fault }: FileRecord): string {
  const places = placing.places.get(field);
  if (places === undefined || fault !== undefined) return raw;
  return places
    .flatMap((place) => (place === undefined ? [] : (fields[place] ?? "")))
    .join(" ")
    .trim();
}

/**
 * Writes the rejected rows in the layout of their file, with two more columns: the line each came from and what is
 * wrong with it. Words that a spreadsheet would take for a formula are tamed, and read as they were when the file is loaded
 * again. It appears whole or not at all.
 */
export async function writeRejected(
  connection: DuckDBConnection,
  original: Original,
  findings: ReadonlyMap<string, Finding>,
  path: string,
): Promise<void> {
  const draft = `${path}.draft`;
  const file = await open(draft, "w", 0o600);
  try {
    const { header } = original.layout;
    let waiting = header ? `${csvLineAgain([...original.columns, ...REJECTED_COLUMNS])}\n` : "";
    for await (const [record, codes] of originalRows(connection, original, rejectedPages(connection))) {
      const wrong = `${header ? "" : REJECTED_MARK}${reasons(codes, original, findings)}`;
      waiting += `${asWritten(record)},${csvLineAgain([String(record.line), wrong])}\n`;
      if (waiting.length < TEXT_AT_ONCE) continue;
      await file.write(waiting);
      waiting = "";
    }
    await file.write(waiting);
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

/** A row with its own quotes where they could be read; else the line as it stands, for a person to put right. */
function asWritten({ raw, fields, fault }: FileRecord): string {
  return fault === undefined || fault === "line-fields" ? csvLineAgain(fields) : brokenLineAgain(raw);
}

function reasons(codes: readonly string[], { layout }: Original, findings: ReadonlyMap<string, Finding>): string {
  return codes
    .flatMap((code) => findings.get(code) ?? [])
    .filter(({ weight }) => weight === "reject")
    .map(({ field, what, todo }) => {
      const column = field === undefined ? undefined : layout.fields[field]?.sources[0]?.[0];
      return column === undefined ? `${what} ${todo}` : `${column}: ${what} ${todo}`;
    })
    .join(" ");
}

async function* rejectedPages(connection: DuckDBConnection): AsyncGenerator<Page<readonly string[]>> {
  let last = 0;
  for (;;) {
    const answer = await connection.runAndReadAll(`
      SELECT source_row, string_agg(DISTINCT code, ' ' ORDER BY code) FROM found
      WHERE source_row IN (
        SELECT source_row FROM rejected WHERE source_row > ${last} ORDER BY source_row LIMIT ${ROWS_AT_ONCE}
      ) GROUP BY source_row ORDER BY source_row`);
    const rows = answer.getRows().map(([line, codes]) => [Number(line), String(codes).split(" ")] as const);
    if (rows.length === 0) return;
    const page = pageOf(new Map(rows));
    yield page;
    last = page.last;
  }
}
