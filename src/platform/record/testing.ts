import { spawn } from "node:child_process";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { connect } from "./database.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { embeddedSentence } from "./embedded-refusals.ts";
import type { Database, ReadModel } from "./event.ts";
import { openRecord, type Record, type RecordOptions } from "./record.ts";

/** A database of a test's own: empty, with the record's tables made. */
export interface TestDatabase {
  readonly url: string;
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

interface TestServer {
  readonly embedded: Embedded;
  readonly keeper: Database;
}

const TEMPLATE = "template_record";
/** The frozen clock of tests. */
const NOW = () => new Date("2008-04-01T09:00:00.000Z");

let server: Promise<TestServer> | undefined;
let databases = 0;

/**
 * A record of a test's own, on a server that all tests of a file share. Closing it drops its database; the server and
 * its folder go when the test's process ends, however it ends.
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
  server ??= startServer();
  const { embedded, keeper } = await server;
  databases += 1;
  const name = `test_${databases}`;
  await sql`CREATE DATABASE ${sql.id(name)} TEMPLATE ${sql.id(TEMPLATE)} OWNER owner`.execute(keeper);
  return {
    url: inDatabase(embedded.url, name),
    ownerUrl: inDatabase(embedded.ownerUrl, name),
    drop: async () => {
      await sql`DROP DATABASE ${sql.id(name)} WITH (FORCE)`.execute(keeper);
    },
  };
}

/** A new folder that an unprivileged account may reach too; it goes when the test's process ends. */
export async function testFolder(parent: string = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, "record-test-"));
  await chmod(folder, 0o755);
  removeAfterwards(folder);
  return folder;
}

async function startServer(): Promise<TestServer> {
  const embedded = await startAnywhere([tmpdir(), "/tmp", "/var/tmp"]);
  const keeper = connect(embedded.keeperUrl, { most: 1 });
  await sql`CREATE DATABASE ${sql.id(TEMPLATE)} OWNER owner`.execute(keeper);
  const [url, ownerUrl] = [inDatabase(embedded.url, TEMPLATE), inDatabase(embedded.ownerUrl, TEMPLATE)];
  await (await openRecord({ url, ownerUrl, readModels: [], now: NOW })).close();
  return { embedded, keeper };
}

/** Root's temporary folder may be closed to the account that PostgreSQL then runs as. */
async function startAnywhere([parent = "/tmp", ...others]: readonly string[]): Promise<Embedded> {
  const started = await startEmbedded({ folder: await testFolder(parent) });
  if (!("refused" in started)) return started;
  const [refusal] = started.refused;
  if (refusal.code === "folder unreachable" && others.length > 0) return startAnywhere(others);
  throw new Error(embeddedSentence(refusal));
}

function inDatabase(url: string, database: string): string {
  return url.replace(/[^/]+$/, database);
}

/** Waits for the file to go, not the process: where nobody asks after a process that has ended, its number stays. */
const REMOVE = `
  read -r _
  file="$1/postgres/data/postmaster.pid"
  [ -e "$file" ] && kill -QUIT "$(head -n 1 "$file")" 2>/dev/null
  for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e "$file" ] && sleep 0.2; done
  rm -rf "$1"`;

/** Leaves a shell waiting for the end of this process, which even a kill cannot hide from it. */
function removeAfterwards(folder: string): void {
  const shell = spawn("/bin/sh", ["-c", REMOVE, "sh", folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
}
