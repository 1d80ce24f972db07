import { type DuckDBConnection, identifier, quoted } from "#platform/engine/index.ts";
import { rowsSql, runWith, type Settings, view } from "./binding.ts";
import type { Check, Intake } from "./dataset.ts";
import { faultsSql, typedSql } from "./expression.ts";
import { type Finding, missingCode, wrongCode } from "./finding.ts";
import type { Placing } from "./layout.ts";

/** What is being looked through: an intake, how its file is laid out, and SQL of what was staged. */
export interface Looked {
  readonly intake: Intake;
  readonly placing: Placing;
  readonly relation: string;
  readonly read: number;
  readonly settings: Settings;
  readonly findings: ReadonlyMap<string, Finding>;
}

/** How many keys are compared at once. Searches for doubles do not spill, so each sees a part of the keys by their hash. */
const KEYS_AT_ONCE = 4_000_000;

/**
 * Looks into all that was staged and leaves what it finds in `found`. Afterwards `staged` gives the rows that are not rejected,
 * `rejected` the others and `flagged` the marks of rows that are kept.
 */
export async function checkStaged(connection: DuckDBConnection, looked: Looked): Promise<void> {
  const { intake, placing, relation, findings } = looked;
  await findFaults(connection, looked);
  await view(connection, "staged", typedSql(intake.layout, placing, relation));
  for (const check of intake.checks) await runCheck(connection, looked, check, "found");
  await connection.run(`CREATE OR REPLACE TEMP TABLE rejected AS ${rejectedSql(findings)}`);
  if (intake.key.length > 0) await findRepeated(connection, looked);
  const typed = typedSql(intake.layout, placing, relation);
  await view(connection, "staged", `SELECT * FROM (${typed}) WHERE ${await notRejected(connection)}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE flagged AS ${flagsSql("found", findings)}`);
}

/** Looks into the rows as shaped; leaves the marks in `row_flagged`. */
export async function checkRows(connection: DuckDBConnection, looked: Looked): Promise<void> {
  await connection.run("CREATE OR REPLACE TEMP TABLE row_found (source_row BIGINT, code VARCHAR)");
  if (looked.intake.rowChecks.length > 0) await view(connection, "rows", rowsSql(looked.intake.shape.sql));
  for (const check of looked.intake.rowChecks) await runCheck(connection, looked, check, "row_found");
  await connection.run(`CREATE OR REPLACE TEMP TABLE row_flagged AS ${flagsSql("row_found", looked.findings)}`);
}

/** Most files have nothing to reject; then nothing needs to be compared with nothing. */
async function notRejected(connection: DuckDBConnection): Promise<string> {
  const answer = await connection.runAndReadAll("SELECT count(*) FROM rejected");
  return Number(answer.getRows()[0]?.[0]) === 0 ? "true" : "source_row NOT IN (SELECT source_row FROM rejected)";
}

async function findFaults(connection: DuckDBConnection, { intake, placing, relation }: Looked): Promise<void> {
  const codes = Object.keys(intake.layout.fields).flatMap((field, at) => [
    `CASE WHEN missing & ${2 ** at} <> 0 THEN ${quoted(missingCode(field))} END`,
    `CASE WHEN wrong & ${2 ** at} <> 0 THEN ${quoted(wrongCode(field))} END`,
  ]);
  await connection.run(`INSERT INTO found SELECT * FROM (
    SELECT source_row, unnest([${codes.join(", ")}]) AS code FROM (${faultsSql(intake.layout, placing, relation)})
  ) WHERE code IS NOT NULL`);
}

async function runCheck(connection: DuckDBConnection, looked: Looked, check: Check, into: string): Promise<void> {
  const { model, finds } = check;
  const all = `SELECT source_row, unnest(string_split(codes, ' ')) AS code FROM (${rowsSql(model.sql)})`;
  await runWith(connection, model, `INSERT INTO ${into} SELECT * FROM (${all}) WHERE code <> ''`, looked.settings);
  const others = await connection.runAndReadAll(`SELECT DISTINCT code FROM ${into}`);
  const undeclared = others.getRows().find(([code]) => !looked.findings.has(String(code)));
  if (undeclared === undefined) return;
  throw new TypeError(`${model.name} finds ${String(undeclared[0])}, which is none of ${finds.join(", ")}`);
}

async function findRepeated(connection: DuckDBConnection, { intake, read }: Looked): Promise<void> {
  const keys = intake.key.map(identifier).join(", ");
  const parts = Math.max(1, Math.ceil(read / KEYS_AT_ONCE));
  await connection.run("CREATE OR REPLACE TEMP TABLE doubles (hashed UBIGINT)");
  for (let part = 0; part < parts; part += 1) {
    await connection.run(`INSERT INTO doubles
      SELECT hashed FROM (SELECT hash(${keys}) AS hashed FROM staged) WHERE hashed % ${parts} = ${part}
      GROUP BY hashed HAVING count(*) > 1`);
  }
  const suspects = `SELECT source_row, ${keys} FROM staged
    WHERE hash(${keys}) IN (SELECT hashed FROM doubles) AND source_row NOT IN (SELECT source_row FROM rejected)`;
  await connection.run(`INSERT INTO found SELECT source_row, 'repeated' FROM (
    SELECT source_row, row_number() OVER (PARTITION BY ${keys} ORDER BY source_row) AS occurrence FROM (${suspects})
  ) WHERE occurrence > 1`);
  await connection.run("INSERT INTO rejected SELECT source_row FROM found WHERE code = 'repeated'");
}

function listed(codes: readonly string[]): string {
  return codes.length === 0 ? "('')" : `(${codes.map(quoted).join(", ")})`;
}

function codesOf(findings: ReadonlyMap<string, Finding>, weight: Finding["weight"]): readonly string[] {
  return [...findings.values()].filter((finding) => finding.weight === weight).map(({ code }) => code);
}

function rejectedSql(findings: ReadonlyMap<string, Finding>): string {
  return `SELECT DISTINCT source_row FROM found WHERE code IN ${listed(codesOf(findings, "reject"))}`;
}

/** The marks of each row that is kept, joined by spaces in the order of the alphabet. */
function flagsSql(from: string, findings: ReadonlyMap<string, Finding>): string {
  const codes = codesOf(findings, "flag").toSorted();
  const marks = codes.map((code) => `max(CASE WHEN code = ${quoted(code)} THEN code END)`);
  const flags = marks.length === 0 ? "''" : `concat_ws(' ', ${marks.join(", ")})`;
  return `SELECT source_row, ${flags} AS flags FROM ${from}
    WHERE code IN ${listed(codes)} AND source_row NOT IN (SELECT source_row FROM rejected) GROUP BY source_row`;
}
