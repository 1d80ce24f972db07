import type { Appender } from "./append.ts";
import type { Database } from "./event.ts";
import { grantTo, roleOf } from "./grants.ts";
import { LOCKS, lockTransaction } from "./locks.ts";
import { type Migration, migrate } from "./migrations.ts";
import { areReadTablesCurrent, rebuildReadTables } from "./read-tables.ts";

/**
 * Brings the database up to date as its owner: migrations, read tables where a model has changed, and the application's
 * rights. Safe to repeat, and for several processes at once.
 */
export async function prepare(
  appender: Appender,
  owner: Database,
  migrations: readonly Migration[],
  at: Date,
): Promise<void> {
  await migrate(owner, migrations, at);
  const application = await roleOf(appender.database);
  await owner.transaction().execute(async (transaction) => {
    await lockTransaction(transaction, LOCKS.migrate);
    if (!(await areReadTablesCurrent(transaction, appender.readModels))) await remake(appender, transaction);
    await grantTo(application, transaction);
  });
}

/** Drops the read tables and makes them anew from the events; those who read or append wait until it is done. */
export async function rebuild(appender: Appender, owner: Database): Promise<void> {
  const application = await roleOf(appender.database);
  await owner.transaction().execute(async (transaction) => {
    await lockTransaction(transaction, LOCKS.migrate);
    await remake(appender, transaction);
    await grantTo(application, transaction);
  });
}

async function remake({ readModels, schemas }: Appender, transaction: Database): Promise<void> {
  await lockTransaction(transaction, LOCKS.append);
  await rebuildReadTables(transaction, readModels, schemas);
}
