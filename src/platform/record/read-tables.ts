import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database, EventRow, ReadModel } from "./event.ts";
import { RecordUnusable } from "./record-unusable.ts";
import type { Schemas } from "./upcasts.ts";

const BATCH = 500;

/** A read model and the form of its tables, by which a change of them is noticed. */
function fingerprints(models: readonly ReadModel[]): { readonly name: string; readonly fingerprint: string }[] {
  return models
    .map(({ name, tables }) => ({ name, fingerprint: createHash("sha256").update(tables).digest("hex") }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether the read tables in the database are the ones these models make. */
export async function areReadTablesCurrent(database: Database, models: readonly ReadModel[]): Promise<boolean> {
  const there = await database.selectFrom("record.read_models").selectAll().orderBy("name").execute();
  const byName = there.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return (
    JSON.stringify(byName.map(({ name, fingerprint }) => ({ name, fingerprint }))) ===
    JSON.stringify(fingerprints(models))
  );
}

/** Throws unless the read tables are the ones these models make; for those who may not make them. */
export async function checkReadTables(database: Database, models: readonly ReadModel[]): Promise<void> {
  if (await areReadTablesCurrent(database, models)) return;
  throw new RecordUnusable(
    "The read tables were made by another version of this program. Rebuild them: start once with the owner's address too.",
  );
}

/** Drops all read tables and makes them anew from the events, within the owner's transaction. */
export async function rebuildReadTables(
  transaction: Database,
  models: readonly ReadModel[],
  schemas: Schemas,
): Promise<void> {
  await sql`DROP SCHEMA IF EXISTS read CASCADE`.execute(transaction);
  await replayInto("read", transaction, models, schemas);
  await transaction.deleteFrom("record.read_models").execute();
  const made = fingerprints(models);
  if (made.length > 0) await transaction.insertInto("record.read_models").values(made).execute();
}

/** Makes a schema, and in it what the models make of all events, within a transaction. */
export async function replayInto(
  schema: string,
  transaction: Database,
  models: readonly ReadModel[],
  schemas: Schemas,
): Promise<void> {
  await sql`CREATE SCHEMA ${sql.id(schema)}`.execute(transaction);
  await sql`SELECT set_config('search_path', quote_ident(${schema}), true)`.execute(transaction);
  for (const { tables } of models) await sql.raw(tables).execute(transaction);
  for await (const row of allEvents(transaction)) {
    await applyTo(transaction, models, schemas.read(row));
  }
}

/** Lets every model that takes such events up do so, within the transaction that appends or replays it. */
export async function applyTo(
  transaction: Database,
  models: readonly ReadModel[],
  event: ReturnType<Schemas["read"]>,
): Promise<void> {
  for (const model of models) {
    if (event.kind === "accepted" || model.takesRefusals) await model.apply(transaction, event);
  }
}

/** All events in order, read in batches. */
export async function* allEvents(database: Database): AsyncGenerator<EventRow> {
  let last = 0;
  for (;;) {
    const rows = await eventsAfter(database, last);
    yield* rows;
    last = rows.at(-1)?.seq ?? last;
    if (rows.length < BATCH) return;
  }
}

async function eventsAfter(database: Database, seq: number): Promise<readonly EventRow[]> {
  return database
    .selectFrom("record.events")
    .select(EVENT_COLUMNS)
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(BATCH)
    .execute();
}

/** The columns of an event that are read; its `data` is read from `body`, the text that is hashed. */
export const EVENT_COLUMNS = [
  "seq",
  "id",
  "stream",
  "version",
  "type",
  "schema",
  "kind",
  "actor",
  "authority",
  "at",
  "body",
  "previous",
  "hash",
] as const;
