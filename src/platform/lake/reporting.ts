import { basename, dirname, join, relative, resolve } from "node:path";
import type { DuckDBConnection } from "#platform/engine/index.ts";
import type { Looked } from "./check.ts";
import type { Dataset } from "./dataset.ts";
import type { Original } from "./original.ts";
import { type LoadRefusal, refuseLoad } from "./refusal.ts";
import { valuesAt, writeRejected } from "./rejected-rows.ts";
import {
  type CountedFinding,
  controlTotals,
  countFindings,
  countRows,
  isBeyond,
  type Report,
  type ReportedFinding,
} from "./report.ts";
import type { LoadRequest } from "./request.ts";

const EXAMPLES = 5;

interface Reporting {
  readonly tools: { readonly root: string };
  readonly request: LoadRequest;
  readonly original: Original;
  readonly looked: Looked;
  readonly dataset: Dataset;
}

/** Reports what was found in a file and writes the rows that are rejected to where the person can correct them. */
export async function makeReport(
  connection: DuckDBConnection,
  { tools, request, original, looked, dataset }: Reporting,
): Promise<Report | { readonly refused: readonly [LoadRefusal] }> {
  const rows = await countRows(connection, looked.read);
  const counted = await countFindings(connection, request.examples ?? EXAMPLES);
  const findings = await described(connection, original, looked, counted);
  const totals = await controlTotals(connection, request.says ?? {}, looked, original.columns);
  const path = request.rejectedTo ?? besideFile(request.file);
  if (rows.rejected > 0 && !(await isWritten(connection, original, looked, path, tools.root))) {
    return refuseLoad("rejected-not-written", { path });
  }
  return {
    dataset: dataset.table.name,
    layout: original.layout.name,
    title: original.layout.title,
    rows,
    findings,
    totals,
    ...(request.mostRejected !== undefined &&
      isBeyond(rows, request.mostRejected) && { rejectedBeyond: request.mostRejected }),
    extraColumns: original.placing.extra,
    notes: notesOf(original),
    ...(rows.rejected > 0 ? { rejectedTo: path } : {}),
  };
}

function besideFile(file: string): string {
  return join(dirname(file), `${basename(file).replace(/(\.csv|\.parquet)?(\.gz)?$/i, "")}.rejected.csv`);
}

/** Rejected rows may hold what identifies people, and so may not be written where data is kept. */
async function isWritten(
  connection: DuckDBConnection,
  original: Original,
  { findings }: Looked,
  path: string,
  root: string,
): Promise<boolean> {
  if (!relative(resolve(root), resolve(path)).startsWith("..")) return false;
  try {
    await writeRejected(connection, original, findings, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && "syscall" in error) return false;
    throw error;
  }
}

async function described(
  connection: DuckDBConnection,
  original: Original,
  { findings }: Looked,
  counted: readonly CountedFinding[],
): Promise<readonly ReportedFinding[]> {
  const wanted = new Map<number, Set<string>>();
  for (const { code, lines } of counted) {
    const field = findings.get(code)?.field ?? "";
    for (const line of lines) wanted.set(line, (wanted.get(line) ?? new Set()).add(field));
  }
  const fields = new Map([...wanted].map(([line, names]) => [line, [...names]]));
  const values = await valuesAt(connection, original, fields);
  return counted.flatMap(({ code, rows, lines }) => {
    const finding = findings.get(code);
    if (finding === undefined) return [];
    const column = columnOf(original, finding.field);
    const examples = lines.map((line) => exampleAt(line, values.get(`${line} ${finding.field ?? ""}`)));
    return [{ ...finding, rows, examples, ...(column === undefined ? {} : { column }) }];
  });
}

function exampleAt(line: number, value: string | undefined) {
  return value === undefined ? { line } : { line, value };
}

function columnOf({ layout, placing, columns }: Original, field: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  const place = placing.places.get(field)?.find((at) => at !== undefined);
  return place === undefined ? layout.fields[field]?.sources[0]?.[0] : columns[place];
}

function notesOf({ scan, layout }: Original): readonly string[] {
  if (scan.kind === "parquet") return ["Rows are counted from 1, since the file has no lines."];
  const notes: string[] = [];
  if (scan.encoding === "latin-1") notes.push("The file is not in UTF-8 and was read as Latin-1.");
  if (!layout.header) notes.push("The file has no first row with names; columns are known by their number.");
  return notes;
}
