import { sql } from "kysely";
import type { Database } from "./event.ts";

/** What the record's processes agree on by PostgreSQL's advisory locks; the numbers mean nothing but must never change. */
export const LOCKS = {
  /** Shared by every process that uses the embedded PostgreSQL; whoever can have it alone is the last. */
  use: 7_310_001,
  /** Held by the one server of an embedded PostgreSQL. */
  serve: 7_310_002,
  /** Held while events are appended, so that the chain has one order. */
  append: 7_310_003,
  /** Held while the database is brought up to date. */
  migrate: 7_310_004,
} as const;

export type Lock = (typeof LOCKS)[keyof typeof LOCKS];

/** Waits for a lock that the transaction keeps to its end. */
export async function lockTransaction(transaction: Database, lock: Lock): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${lock})`.execute(transaction);
}

/** Waits to share a lock that the session keeps. */
export async function shareLock(session: Database, lock: Lock): Promise<void> {
  await sql`SELECT pg_advisory_lock_shared(${lock})`.execute(session);
}

/** Takes a lock for the session alone, or says at once that it cannot. */
export async function tryLock(session: Database, lock: Lock): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`SELECT pg_try_advisory_lock(${lock}) AS taken`.execute(session);
  return rows[0]?.taken === true;
}

/** Gives up the session's share of a lock. */
export async function unshareLock(session: Database, lock: Lock): Promise<void> {
  await sql`SELECT pg_advisory_unlock_shared(${lock})`.execute(session);
}

/** The names of the other connections that hold a lock or share it. */
export async function holdersOf(session: Database, lock: Lock): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT activity.application_name AS name
    FROM pg_locks AS held
    JOIN pg_stat_activity AS activity ON activity.pid = held.pid
    WHERE held.locktype = 'advisory' AND held.classid = 0 AND held.objid = ${lock} AND held.granted
      AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND held.pid <> pg_backend_pid()`.execute(session);
  return rows.map(({ name }) => name);
}
