import { sql } from "kysely";
import { connect } from "./database.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { embeddedSentence } from "./embedded-refusals.ts";
import type { Database, ReadModel } from "./event.ts";
import { migrationsIn } from "./migrations.ts";
import { openRecord, type Record, type RecordOptions } from "./record.ts";
import { folderOfRun } from "./testing-folder.ts";

/** A database of a test's own: empty, with the record's tables made. */
export interface TestDatabase {
  readonly url: string;
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

interface TestServer {
  readonly embedded: Embedded;
  readonly keeper: Database;
  readonly template: string;
}

/** The frozen clock of tests. */
const NOW = () => new Date("2008-04-01T09:00:00.000Z");

let server: Promise<TestServer> | undefined;
let databases = 0;

/**
 * A record of a test's own, on a PostgreSQL that all test files of a run share. Closing it drops its database; the
 * server and its folder go when the run ends, however it ends.
 */
export async function testRecord(
  readModels: readonly ReadModel[] = [],
  more: Partial<Pick<RecordOptions, "upcasts" | "now">> = {},
): Promise<Record> {
  const database = await testDatabase();
  const record = await openRecord({ ...database, readModels, now: NOW, ...more });
  return {
    ...record,
    close: async () => {
      await record.close();
      await database.drop();
    },
  };
}

/** A database of a test's own, cloned from one that has been brought up to date. */
export async function testDatabase(): Promise<TestDatabase> {
  server ??= joinServer();
  const { embedded, keeper, template } = await server;
  databases += 1;
  const name = `test_${process.pid}_${databases}`;
  await sql`CREATE DATABASE ${sql.id(name)} TEMPLATE ${sql.id(template)} OWNER owner`.execute(keeper);
  return {
    url: inDatabase(embedded.url, name),
    ownerUrl: inDatabase(embedded.ownerUrl, name),
    drop: async () => {
      await sql`DROP DATABASE ${sql.id(name)} WITH (FORCE)`.execute(keeper);
    },
  };
}

async function joinServer(): Promise<TestServer> {
  const embedded = await startEmbedded({ folder: await folderOfRun(), mode: "visitor" });
  if ("refused" in embedded) throw new Error(embeddedSentence(embedded.refused[0]));
  const keeper = connect(embedded.keeperUrl, { most: 1 });
  const steps = await migrationsIn();
  const template = `template_${steps.map(({ hash }) => hash.slice(0, 8)).join("_")}`.slice(0, 60);
  await sql`SELECT pg_advisory_lock(1)`.execute(keeper);
  await makeTemplate(embedded, keeper, template);
  await sql`SELECT pg_advisory_unlock(1)`.execute(keeper);
  return { embedded, keeper, template };
}

async function makeTemplate(embedded: Embedded, keeper: Database, template: string): Promise<void> {
  const { rows } = await sql`SELECT FROM pg_database WHERE datname = ${template}`.execute(keeper);
  if (rows.length > 0) return;
  const making = "template_in_the_making";
  await sql`DROP DATABASE IF EXISTS ${sql.id(making)}`.execute(keeper);
  await sql`CREATE DATABASE ${sql.id(making)} OWNER owner`.execute(keeper);
  const [url, ownerUrl] = [inDatabase(embedded.url, making), inDatabase(embedded.ownerUrl, making)];
  await (await openRecord({ url, ownerUrl, readModels: [], now: NOW })).close();
  await sql`ALTER DATABASE ${sql.id(making)} RENAME TO ${sql.id(template)}`.execute(keeper);
}

function inDatabase(url: string, database: string): string {
  return url.replace(/[^/]+$/, database);
}
