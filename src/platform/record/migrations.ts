import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { sql } from "kysely";
import type { Database } from "./event.ts";
import { LOCKS, lockTransaction } from "./locks.ts";
import { RecordUnusable } from "./record-unusable.ts";

/** One step of the database's making, from a numbered `.sql` file. Steps only ever follow; none is changed or undone. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

const FILE = /^(\d{4})-([a-z0-9-]+)\.sql$/;

/** The migrations in a folder, in order; throws where a number is missing, given twice or not of the form. */
export async function migrationsIn(
  folder: URL = new URL("migrations/", import.meta.url),
): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).toSorted();
  return Promise.all(
    files.map(async (file, index) => {
      const [, number, name = ""] = FILE.exec(file) ?? [];
      if (Number(number) !== index + 1) {
        throw new RangeError(`Migration ${file} should be number ${index + 1} and named like 0001-events.sql`);
      }
      const text = await readFile(new URL(file, folder), "utf8");
      return { number: index + 1, name, text, hash: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/**
 * Brings a database up to date, as its owner: all missing migrations or none. Safe to repeat and to run from several
 * processes at once. Refuses a database that a newer program has made, or whose past differs from ours.
 */
export async function migrate(owner: Database, migrations: readonly Migration[], at: Date): Promise<void> {
  await owner.transaction().execute(async (transaction) => {
    await lockTransaction(transaction, LOCKS.migrate);
    await sql`CREATE SCHEMA IF NOT EXISTS record`.execute(transaction);
    await sql`CREATE TABLE IF NOT EXISTS record.migrations
      (number integer PRIMARY KEY, name text NOT NULL, hash text NOT NULL, at timestamptz(3) NOT NULL)`.execute(
      transaction,
    );
    const applied = await transaction.selectFrom("record.migrations").selectAll().orderBy("number").execute();
    checkPast(applied, migrations);
    for (const { number, name, text, hash } of migrations.slice(applied.length)) {
      await sql.raw(text).execute(transaction);
      await transaction.insertInto("record.migrations").values({ number, name, hash, at: at.toISOString() }).execute();
    }
  });
}

/** Throws unless the database is exactly as this program's migrations make it; for those who may not change it. */
export async function checkMigrated(application: Database, migrations: readonly Migration[]): Promise<void> {
  const { rows } = await sql<{ made: boolean }>`
    SELECT to_regclass('record.migrations') IS NOT NULL AS made`.execute(application);
  const applied = rows[0]?.made
    ? await application.selectFrom("record.migrations").selectAll().orderBy("number").execute()
    : [];
  checkPast(applied, migrations);
  if (applied.length < migrations.length) {
    throw new RecordUnusable(
      `The record's database is at step ${applied.length} of ${migrations.length}. Bring it up to date first: start once with the owner's address too.`,
    );
  }
}

function checkPast(
  applied: readonly { readonly number: number; readonly name: string; readonly hash: string }[],
  known: readonly Migration[],
): void {
  if (applied.length > known.length) {
    throw new RecordUnusable(
      `The record's database is at step ${applied.length}, but this program knows only ${known.length}: a newer program has used it. Run that one.`,
    );
  }
  const changed = applied.find(({ hash }, index) => hash !== known[index]?.hash);
  if (changed !== undefined) {
    throw new RecordUnusable(
      `Step ${changed.number} (${changed.name}) of the record's database differs from this program's. Run the program that made the database, or one that follows from it.`,
    );
  }
}
