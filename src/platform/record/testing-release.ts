import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { connect } from "./database.ts";
import type { Database } from "./event.ts";
import { migrate, migrationsIn } from "./migrations.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

/** The tables of a release's record as lines of JSON, and the DDL of its read tables, in a folder of fixtures. */
const READ_TABLES = "read-tables.sql";

/**
 * A database as an earlier release left it: made by its own steps and no later ones, with its events, texts and read tables.
 * Throws where today's program no longer knows those steps as they were, or gives an event another place in the chain.
 */
export async function databaseOfRelease(folder: string, at: Date): Promise<TestDatabase> {
  const database = await testDatabase();
  const owner = connect(database.ownerUrl, { most: 1 });
  try {
    await owner.transaction().execute(async (transaction) => {
      await sql`DROP SCHEMA IF EXISTS record, read, identity CASCADE`.execute(transaction);
    });
    const left = rowsIn(folder, "migrations") as readonly { readonly hash: string }[];
    await migrate(owner, (await migrationsIn()).slice(0, left.length), at);
    await owner.transaction().execute((transaction) => fill(transaction, folder, left));
  } finally {
    await owner.destroy();
  }
  return database;
}

async function fill(transaction: Database, folder: string, left: readonly { readonly hash: string }[]): Promise<void> {
  const made = await transaction.selectFrom("record.migrations").select("hash").orderBy("number").execute();
  expectSame(
    "steps",
    made,
    left.map(({ hash }) => ({ hash })),
  );
  const given = ["seq", "version", "previous", "hash"];
  const events = rowsIn(folder, "events");
  await insert(
    transaction,
    ["record", "events"],
    events.map((event) => without(event, given)),
  );
  const chain = await transaction.selectFrom("record.events").select(["seq", "hash"]).orderBy("seq").execute();
  expectSame(
    "events",
    chain,
    events.map(({ seq, hash }) => ({ seq, hash })),
  );
  await insert(transaction, ["record", "texts"], rowsIn(folder, "texts"));
  await sql
    .raw(`SET LOCAL search_path = read; ${readFileSync(join(folder, READ_TABLES), "utf8")}`)
    .execute(transaction);
  await insert(transaction, ["record", "read_models"], rowsIn(folder, "read_models"));
  const tables = readdirSync(folder).flatMap((name) => /^read\.(\w+)\.jsonl\.gz$/.exec(name)?.[1] ?? []);
  // A row of files refers to its load: the shorter name comes first here, as it did then.
  for (const table of tables.toSorted((a, b) => Number(a.includes("_")) - Number(b.includes("_")))) {
    await insert(transaction, ["read", table], rowsIn(folder, `read.${table}`));
  }
}

type Row = Readonly<Record<string, unknown>>;

function rowsIn(folder: string, name: string): readonly Row[] {
  const text = gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
}

function without(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

async function insert(
  transaction: Database,
  [schema, table]: readonly [schema: string, table: string],
  rows: readonly Row[],
): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.id(name)));
  if (rows.length === 0) return;
  await sql`
    INSERT INTO ${sql.id(schema, table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${sql.id(schema, table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    transaction,
  );
}

function expectSame(what: string, found: unknown, left: unknown): void {
  if (JSON.stringify(found) === JSON.stringify(left)) return;
  throw new Error(`The ${what} of the release are no longer what they were: ${JSON.stringify(found).slice(0, 300)}`);
}
