import type { BasisPoints } from "#kernel/money.ts";
import type { DuckDBConnection } from "#platform/engine/index.ts";
import { columnAt, openPlaces } from "./expression.ts";
import type { Finding } from "./finding.ts";
import type { Layout, Placing } from "./layout.ts";

/** How the rows of a file fared; read = accepted + rejected. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly flagged: number;
  readonly rejected: number;
}

/** A row as an example of a finding. For the person who loads the file alone: the value may be personal. */
export interface Example {
  /** The line it starts on, or the row's number where the file has no lines. */
  readonly line: number;
  readonly value?: string;
}

/** What was found, in how many rows, and some of them. */
export interface ReportedFinding extends Finding {
  /** The column of the file it is about. */
  readonly column?: string;
  readonly rows: number;
  readonly examples: readonly Example[];
}

/** What the sender says a file holds: how many rows, and what columns add up to. */
export interface Said {
  readonly rows?: number;
  readonly sums?: Readonly<Record<string, string>>;
}

/** What was said of a file beside what it holds. */
export interface ControlTotal {
  readonly of: string;
  readonly said: string;
  readonly found: string;
  readonly agrees: boolean;
}

export interface Report {
  readonly dataset: string;
  readonly layout: string;
  readonly title: string;
  readonly rows: RowCounts;
  readonly findings: readonly ReportedFinding[];
  readonly totals: readonly ControlTotal[];
  /** The largest part of rows that may be rejected, where more of them are: it is published only with a reason. */
  readonly rejectedBeyond?: BasisPoints;
  /** Columns of the file that were not read. */
  readonly extraColumns: readonly string[];
  /** Where rejected rows were written. */
  readonly rejectedTo?: string;
  readonly notes: readonly string[];
}

/** Whether more rows are rejected than may be. */
export function isBeyond({ read, rejected }: RowCounts, most: BasisPoints): boolean {
  return rejected * 10_000 > most * read;
}

/** The rows by how they fared, from what was found. */
export async function countRows(connection: DuckDBConnection, read: number): Promise<RowCounts> {
  const answer = await connection.runAndReadAll(`SELECT
    (SELECT count(*) FROM rejected),
    (SELECT count(*) FROM (SELECT source_row FROM flagged UNION SELECT source_row FROM row_flagged))`);
  const [rejected, flagged] = (answer.getRows()[0] ?? []).map(Number);
  return { read, accepted: read - (rejected ?? 0), flagged: flagged ?? 0, rejected: rejected ?? 0 };
}

export interface CountedFinding {
  readonly code: string;
  readonly rows: number;
  readonly lines: readonly number[];
}

/** In how many rows each code was found, and the first few of them. */
export async function countFindings(
  connection: DuckDBConnection,
  examples: number,
): Promise<readonly CountedFinding[]> {
  const answer = await connection.runAndReadAll(`
    SELECT code, count(DISTINCT source_row) AS rows, min(source_row, ${examples}) AS lines
    FROM (SELECT * FROM found UNION ALL SELECT * FROM row_found) GROUP BY code ORDER BY rows DESC, code`);
  return answer.getRowsJS().map(([code, rows, lines]) => ({
    code: String(code),
    rows: Number(rows),
    lines: (lines as readonly bigint[]).map(Number),
  }));
}

/** Compares what was said with what is there. Sums are of a column as it stands in the file, over all its rows. */
export async function controlTotals(
  connection: DuckDBConnection,
  { rows, sums = {} }: Said,
  stage: { readonly relation: string; readonly read: number },
  columns: readonly string[],
): Promise<readonly ControlTotal[]> {
  const totals: ControlTotal[] = [];
  if (rows !== undefined) {
    totals.push({ of: "rows", said: String(rows), found: String(stage.read), agrees: rows === stage.read });
  }
  for (const [column, said] of Object.entries(sums)) {
    const place = placeOf(columns, column);
    const answer = await connection.runAndReadAll(`SELECT CAST(coalesce(sum(
      TRY_CAST(replace(replace(trim(${columnAt(place)}), ',', ''), '£', '') AS DECIMAL(28, 6))), 0) AS VARCHAR)
      FROM (${stage.relation})`);
    const found = plainDecimal(String(answer.getRows()[0]?.[0]));
    totals.push({ of: column, said, found, agrees: plainDecimal(said) === found });
  }
  return totals;
}

/** The columns named in sums that cannot be added up, because they are not in the file or identify people. */
export function columnsNotAdded(
  { sums = {} }: Said,
  columns: readonly string[],
  layout: Layout,
  placing: Placing,
): readonly string[] {
  const open = openPlaces(layout, placing);
  return Object.keys(sums).filter((column) => !open.includes(placeOf(columns, column)));
}

function placeOf(columns: readonly string[], column: string): number {
  return columns.findIndex((name) => name.trim().toLowerCase() === column.trim().toLowerCase());
}

/** A decimal text without what does not change its value. */
function plainDecimal(text: string): string {
  const plain = text.trim().replaceAll(",", "").replace("£", "");
  const short = plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
  return short === "-0" || short === "" ? "0" : short;
}
