import { sql } from "kysely";
import type { Database } from "./event.ts";

/** The last event of a record: its number and hash. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What a copy of the record was taken of: where its chain ends, and by which steps its database was made. */
export interface CopiedRecord {
  readonly head: Head;
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly hash: string }[];
}

/** Takes the rows of a table, one line of JSON each. */
export type TakeTable = (table: string, lines: AsyncIterable<string>) => Promise<void>;

/** The tables whose rows are copied by their names in a copy, before those of sign-in. */
export const EVENTS = "events";
export const TEXTS = "texts";

/** Sign-ins under way, proofs asked for and counts against a limit: they would let somebody in, or are of the moment. */
const OF_THE_MOMENT = ["session", "verification", "rateLimit"];

const BATCH = 500;

/**
 * Copies events, texts and sign-in accounts as they stand at one moment, while others go on writing. Read tables are left
 * out, since they follow from the events, and so are sign-ins under way.
 */
export async function copyOut(database: Database, take: TakeTable): Promise<CopiedRecord> {
  const transaction = await database
    .startTransaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute();
  try {
    const head = await transaction.selectFrom("record.head").select(["seq", "hash"]).executeTakeFirstOrThrow();
    const steps = transaction.selectFrom("record.migrations").select(["number", "name", "hash"]).orderBy("number");
    const migrations = await steps.execute();
    await take(EVENTS, eventLines(transaction, await eventColumns(transaction)));
    await take(TEXTS, rowLines(transaction, { schema: "record", table: "texts" }));
    for (const table of await accountTables(transaction)) {
      await take(`identity.${table}`, rowLines(transaction, { schema: "identity", table }));
    }
    return { head, migrations };
  } finally {
    await transaction.rollback().execute();
  }
}

/** The columns of events that somebody wrote or the chain is made of; what the database works out of them is left out. */
export async function eventColumns(database: Database): Promise<readonly string[]> {
  return columnsOf(database, "record", "events");
}

/** The columns of a table that are kept and not worked out, in their order; none where there is no such table. */
export async function columnsOf(database: Database, schema: string, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT attname::text AS name FROM pg_attribute
    WHERE attrelid = to_regclass(quote_ident(${schema}) || '.' || quote_ident(${table}))
      AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    ORDER BY attnum`.execute(database);
  return rows.map(({ name }) => name);
}

/** The tables of sign-in that are copied, each after those that its rows refer to. */
export async function accountTables(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; needs: readonly string[] }>`
    SELECT relname::text AS name, ARRAY(
      SELECT other.relname::text FROM pg_constraint JOIN pg_class AS other ON other.oid = confrelid
      WHERE conrelid = class.oid AND contype = 'f' AND confrelid <> conrelid) AS needs
    FROM pg_class AS class
    WHERE relnamespace = to_regnamespace('identity') AND relkind = 'r' ORDER BY relname`.execute(database);
  const left = rows.filter(({ name }) => !OF_THE_MOMENT.includes(name));
  const ordered: string[] = [];
  while (ordered.length < left.length) {
    const next = left.find(
      ({ name, needs }) => !ordered.includes(name) && needs.every((need) => ordered.includes(need)),
    );
    if (next === undefined) throw new Error("The tables of sign-in refer to each other in a circle");
    ordered.push(next.name);
  }
  return ordered;
}

async function* eventLines(database: Database, columns: readonly string[]): AsyncGenerator<string> {
  let last = 0;
  for (;;) {
    const { rows } = await sql<{ readonly seq: number }>`
      SELECT ${sql.join(columns.map((name) => sql.id(name)))} FROM record.events
      WHERE seq > ${last} ORDER BY seq LIMIT ${BATCH}`.execute(database);
    for (const row of rows) yield JSON.stringify(row);
    last = rows.at(-1)?.seq ?? last;
    if (rows.length < BATCH) return;
  }
}

/** Rows as PostgreSQL writes them, so that no type has to be known here; in the order of their first column, a key. */
async function* rowLines(database: Database, of: { schema: string; table: string }): AsyncGenerator<string> {
  const [key = ""] = await columnsOf(database, of.schema, of.table);
  let last: string | undefined;
  for (;;) {
    const after = last === undefined ? sql`true` : sql`${sql.id(key)}::text > ${last}`;
    const { rows } = await sql<{ key: string; line: string }>`
      SELECT ${sql.id(key)}::text AS key, to_jsonb(kept)::text AS line FROM ${sql.id(of.schema, of.table)} AS kept
      WHERE ${after} ORDER BY ${sql.id(key)}::text LIMIT ${BATCH}`.execute(database);
    for (const { line } of rows) yield line;
    last = rows.at(-1)?.key ?? last;
    if (rows.length < BATCH) return;
  }
}
