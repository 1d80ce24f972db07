import { sql } from "kysely";
import { type Refusal, refuse } from "#kernel/decision.ts";
import { type Appender, append } from "./append.ts";
import type { RecordCopy } from "./copy-faults.ts";
import { accountTables, columnsOf, EVENTS, TEXTS } from "./copy-out.ts";
import type { Authorship, Database } from "./event.ts";
import { grantTo, roleOf } from "./grants.ts";
import { LOCKS, lockTransaction } from "./locks.ts";
import { rebuildReadTables } from "./read-tables.ts";

/** Why a copy is not taken in. */
export type CopyInCode =
  | "record not empty"
  | "record in use"
  | "other migrations"
  | "unknown table"
  | "unknown column"
  | "event differs";

/** A copy to take in, and whoever does so. */
export interface CopyingIn extends RecordCopy {
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly hash: string }[];
  /** Texts that were erased after the copy was made: they are not taken in, and their erasure is recorded anew. */
  readonly erased: readonly string[];
  readonly by: Authorship;
  readonly progress?: (rows: number) => void;
}

export interface CopiedIn {
  readonly events: number;
  readonly texts: number;
  /** Texts of the copy that were erased in the meantime, and are left out. */
  readonly erased: number;
}

type Refused = { readonly refused: readonly [Refusal<CopyInCode>] };

const BATCH_ROWS = 500;
const BATCH_LENGTH = 4_000_000;

/**
 * Takes a copy into an empty record, all or nothing. The database numbers and links each event itself, and what it makes of
 * it must be what the copy says. Read tables are made anew from the events.
 */
export async function copyIn(owner: Database, appender: Appender, copying: CopyingIn): Promise<CopiedIn | Refused> {
  const application = await roleOf(appender.database);
  const transaction = await owner.startTransaction().setIsolationLevel("read committed").execute();
  try {
    const taken = (await reasonAgainst(transaction, copying)) ?? (await takeAll(transaction, copying));
    if ("refused" in taken) {
      await transaction.rollback().execute();
      return taken;
    }
    await rebuildReadTables(transaction, appender.readModels, appender.schemas);
    await grantTo(application, transaction);
    const erasures = taken.erased.map((hash) => ({ stream: `text/${hash}`, type: "text erased", data: { hash } }));
    await append(transaction, appender, erasures, { kind: "accepted", ...copying.by });
    await transaction.commit().execute();
    return { ...taken, erased: taken.erased.length };
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute();
    throw error;
  }
}

async function reasonAgainst(transaction: Database, { migrations }: CopyingIn): Promise<Refused | undefined> {
  const { rows: tried } = await sql<{ alone: boolean }>`
    SELECT pg_try_advisory_xact_lock(${LOCKS.serve}) AS alone`.execute(transaction);
  if (tried[0]?.alone !== true) return refuse("record in use");
  await lockTransaction(transaction, LOCKS.migrate);
  await lockTransaction(transaction, LOCKS.append);
  const known = await transaction.selectFrom("record.migrations").select(["number", "name", "hash"]).execute();
  const other = migrations.find(
    ({ number, hash }) => !known.some((step) => step.number === number && step.hash === hash),
  );
  if (other !== undefined) return refuse("other migrations", { facts: { step: other.number, name: other.name } });
  for (const [schema, table] of await allTables(transaction)) {
    const { rows } = await sql`SELECT FROM ${sql.id(schema, table)} LIMIT 1`.execute(transaction);
    if (rows.length > 0) return refuse("record not empty", { facts: { table: `${schema}.${table}` } });
  }
  return undefined;
}

async function allTables(transaction: Database): Promise<readonly (readonly [schema: string, table: string])[]> {
  const accounts = await accountTables(transaction);
  return [["record", "events"], ["record", "texts"], ...accounts.map((name) => ["identity", name] as const)];
}

interface Taken {
  readonly events: number;
  readonly texts: number;
  readonly erased: readonly string[];
}

async function takeAll(transaction: Database, copying: CopyingIn): Promise<Taken | Refused> {
  const known = new Map((await allTables(transaction)).map((place) => [nameInCopy(place), place]));
  const unknown = copying.tables.find((table) => !known.has(table));
  if (unknown !== undefined) return refuse("unknown table", { facts: { table: unknown } });
  const told = { rows: 0 };
  const counts = new Map<string, number>();
  const erased: string[] = [];
  for (const [table, place] of known) {
    if (!copying.tables.includes(table)) continue;
    const isTaken = table === TEXTS ? leavingOut(copying.erased, erased) : () => true;
    const rows = await takeTable(transaction, copying, { table, place, isTaken, told });
    if (typeof rows !== "number") return rows;
    counts.set(table, rows);
  }
  return { events: counts.get(EVENTS) ?? 0, texts: counts.get(TEXTS) ?? 0, erased };
}

interface Taking {
  readonly table: string;
  readonly place: readonly [schema: string, table: string];
  readonly isTaken: (line: string) => boolean;
  /** Rows of all tables so far. */
  readonly told: { rows: number };
}

async function takeTable(
  transaction: Database,
  { lines, progress }: CopyingIn,
  { table, place, isTaken, told }: Taking,
): Promise<number | Refused> {
  let rows = 0;
  for await (const all of batchesOf(lines(table))) {
    const batch = all.filter(isTaken);
    const refused = await takeBatch(transaction, place, batch);
    if (refused !== undefined) return refused;
    rows += batch.length;
    told.rows += all.length;
    progress?.(told.rows);
  }
  return rows;
}

function nameInCopy([schema, table]: readonly [schema: string, table: string]): string {
  return schema === "record" ? table : `${schema}.${table}`;
}

/** Leaves out the texts of some hashes, and notes which of them there were. */
function leavingOut(hashes: readonly string[], found: string[]): (line: string) => boolean {
  const without = new Set(hashes);
  return (line) => {
    const { hash } = JSON.parse(line) as { readonly hash: string };
    if (without.has(hash)) found.push(hash);
    return !without.has(hash);
  };
}

async function* batchesOf(lines: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let [batch, length]: [string[], number] = [[], 0];
  for await (const line of lines) {
    batch.push(line);
    length += line.length;
    if (batch.length < BATCH_ROWS && length < BATCH_LENGTH) continue;
    yield batch;
    [batch, length] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** What the database gives an event, whoever inserts it. */
const GIVEN = ["seq", "version", "previous", "hash"] as const;
type Given = Readonly<Record<(typeof GIVEN)[number], string | number>>;

async function takeBatch(
  transaction: Database,
  [schema, table]: readonly [schema: string, table: string],
  batch: readonly string[],
): Promise<Refused | undefined> {
  const [first] = batch;
  if (first === undefined) return undefined;
  const isEvents = schema === "record" && table === "events";
  const columns = Object.keys(JSON.parse(first) as object);
  const known = await columnsOf(transaction, schema, table);
  const unknown = columns.find((name) => !known.includes(name));
  if (unknown !== undefined)
    return refuse("unknown column", { facts: { table: `${schema}.${table}`, column: unknown } });
  const written = columns.filter((name) => !isEvents || !(GIVEN as readonly string[]).includes(name));
  const names = sql.join(written.map((name) => sql.id(name)));
  const { rows } = await sql<Given>`
    INSERT INTO ${sql.id(schema, table)} (${names})
    SELECT ${names} FROM jsonb_populate_recordset(NULL::${sql.id(schema, table)}, ${`[${batch.join(",")}]`}::jsonb)
    RETURNING ${isEvents ? sql.join(GIVEN.map((name) => sql.id(name))) : sql`1`}`.execute(transaction);
  return isEvents ? differing(batch, rows) : undefined;
}

/** Whether the database numbered and linked each event as the copy says it was. */
function differing(batch: readonly string[], rows: readonly Given[]): Refused | undefined {
  for (const [at, line] of batch.entries()) {
    const said = JSON.parse(line) as Given;
    const name = GIVEN.find((each) => rows[at]?.[each] !== said[each]);
    if (name !== undefined) return refuse("event differs", { facts: { event: said.seq, what: name } });
  }
  return undefined;
}
