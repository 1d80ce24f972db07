import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Authorship, Database, NewEvent, ReadModel, RecordedEvent } from "./event.ts";
import { canonical } from "./json.ts";
import { LOCKS } from "./locks.ts";
import { applyTo, EVENT_COLUMNS } from "./read-tables.ts";
import type { Schemas } from "./upcasts.ts";

/** What appending needs of the record it appends to. */
export interface Appender {
  readonly database: Database;
  readonly readModels: readonly ReadModel[];
  readonly schemas: Schemas;
}

/** Whether what is added was accepted, and whose act it was. */
export interface Entry extends Authorship {
  readonly kind: RecordedEvent["kind"];
}

/**
 * One transaction that has the chain to itself, so that what is decided in it is decided on the latest state. Committed
 * to disk when it returns, whatever the database's defaults.
 */
export function appending<Result>(
  { database }: Appender,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  return (
    database
      .transaction()
      // A snapshot taken before the wait for the lock would not show what the one before us appended.
      .setIsolationLevel("read committed")
      .execute(async (transaction) => {
        await sql`
        SELECT set_config('synchronous_commit', 'on', true), pg_advisory_xact_lock(${LOCKS.append})`.execute(
          transaction,
        );
        return work(transaction);
      })
  );
}

/** The accepted events of a stream, oldest first. */
export async function pastOf(database: Database, schemas: Schemas, stream: string): Promise<readonly RecordedEvent[]> {
  const rows = await database
    .selectFrom("record.events")
    .select(EVENT_COLUMNS)
    .where("stream", "=", stream)
    .where("kind", "=", "accepted")
    .orderBy("version")
    .execute();
  return rows.map(schemas.read);
}

/** Adds events to the chain and to what the read tables show. Within `appending` only. */
export async function append(
  transaction: Database,
  { readModels, schemas }: Appender,
  events: readonly NewEvent[],
  { kind, actor, at, authority }: Entry,
): Promise<readonly RecordedEvent[]> {
  const recorded: RecordedEvent[] = [];
  for (const { stream, type, data } of events) {
    const schema = kind === "accepted" ? schemas.current(type) : 1;
    const row = await transaction
      .insertInto("record.events")
      // Number, version and links are the database's to give.
      .values({
        ...{ id: randomUUID(), stream, type, schema, kind, actor, authority: authority ?? null },
        ...{ at: at.toISOString(), body: canonical(data) },
      })
      .returning(EVENT_COLUMNS)
      .executeTakeFirstOrThrow();
    const event = schemas.read(row);
    await applyTo(transaction, readModels, event);
    recorded.push(event);
  }
  return recorded;
}
