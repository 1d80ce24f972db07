import { existsSync } from "node:fs";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { connect } from "./database.ts";
import { type Embedded, type EmbeddedOptions, startEmbedded } from "./embedded.ts";
import { embeddedSentence } from "./embedded-refusals.ts";
import { testFolder } from "./testing-folder.ts";

const running: Embedded[] = [];

const started = async (options: EmbeddedOptions): Promise<Embedded> => {
  const embedded = await startEmbedded(options);
  if ("refused" in embedded) throw new Error(embeddedSentence(embedded.refused[0]));
  running.push(embedded);
  return embedded;
};

const refusalOf = async (options: EmbeddedOptions): Promise<string> => {
  const embedded = await startEmbedded(options);
  if ("refused" in embedded) return embeddedSentence(embedded.refused[0]);
  running.push(embedded);
  return "none";
};

const ask = async (url: string, question: string): Promise<unknown> => {
  const database = connect(url, { most: 1 });
  try {
    const { rows } = await sql.raw<{ readonly [name: string]: unknown }>(question).execute(database);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await database.destroy();
  }
};

const pidFile = (folder: string): string => join(folder, "postgres", "data", "postmaster.pid");

afterEach(async () => {
  for (const embedded of running.splice(0)) await embedded.stop();
});

describe("the embedded PostgreSQL", () => {
  test("is durable, keeps to its socket, and lets the application own nothing", async () => {
    const { url, ownerUrl } = await started({ folder: await testFolder() });
    expect(await ask(url, "SELECT current_user")).toBe("application");
    expect(await ask(ownerUrl, "SELECT current_user")).toBe("owner");
    expect(await ask(ownerUrl, "SHOW fsync")).toBe("on");
    expect(await ask(ownerUrl, "SHOW full_page_writes")).toBe("on");
    expect(await ask(ownerUrl, "SHOW synchronous_commit")).toBe("on");
    expect(await ask(ownerUrl, "SHOW listen_addresses")).toBe("");
    expect(await ask(url, "SELECT bool_or(rolsuper) FROM pg_roles WHERE rolname IN ('owner', 'application')")).toBe(
      false,
    );
    await expect(ask(url, "CREATE SCHEMA mine")).rejects.toThrow(/permission denied/);
  });

  test("asks for a password, which only its own account may read", async () => {
    const folder = await testFolder();
    const { url } = await started({ folder });
    await expect(ask(url.replace(/:[^:@]+@/, ":guess@"), "SELECT 1")).rejects.toThrow(/password authentication failed/);
    const secrets = await stat(join(folder, "postgres", "secrets.json"));
    expect(secrets.mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, "postgres"))).mode & 0o777).toBe(0o700);
    expect(secrets.uid).not.toBe(0);
  });

  test("keeps what was written from one start to the next", async () => {
    const folder = await testFolder();
    const first = await started({ folder });
    await ask(first.ownerUrl, "CREATE SCHEMA kept");
    await first.stop();
    expect(existsSync(pidFile(folder))).toBe(false);
    const second = await started({ folder });
    expect(await ask(second.ownerUrl, "SELECT count(*) FROM pg_namespace WHERE nspname = 'kept'")).toBe(1);
  });

  test("listens on loopback alone where the folder's path is too long for a socket", async () => {
    const folder = join(await testFolder(), "a".repeat(110));
    const { ownerUrl } = await started({ folder });
    expect(new URL(ownerUrl).hostname).toBe("127.0.0.1");
    expect(await ask(ownerUrl, "SHOW listen_addresses")).toBe("127.0.0.1");
    const visitor = await started({ folder, mode: "visitor" });
    expect(visitor.ownerUrl).toBe(ownerUrl);
  });

  test("takes any folder's name", async () => {
    const folder = join(await testFolder(), `the county's record, 50% où`);
    const { url } = await started({ folder });
    expect(await ask(url, "SELECT 1")).toBe(1);
  });
});

describe("who may use a folder", () => {
  test("is one server at a time; the second is told which process has it", async () => {
    const folder = await testFolder();
    await started({ folder });
    expect(await refusalOf({ folder })).toBe(
      `Another server (process ${process.pid}) already uses the folder ${folder}. Stop that one first, or give this one a folder of its own.`,
    );
  });

  test("are visitors too, beside a server or alone, and the last to leave stops PostgreSQL", async () => {
    const folder = await testFolder();
    const visitor = await started({ folder, mode: "visitor" });
    const server = await started({ folder });
    const other = await started({ folder, mode: "visitor" });
    await visitor.stop();
    expect(await ask(server.url, "SELECT 1")).toBe(1);
    await server.stop();
    expect(await ask(other.url, "SELECT 1")).toBe(1);
    await other.stop();
    expect(existsSync(pidFile(folder))).toBe(false);
  });

  test("is settled even where all come at once to a new folder", async () => {
    const folder = await testFolder();
    const modes = ["server", "visitor", "server", "visitor"] as const;
    const outcomes = await Promise.all(modes.map((mode) => startEmbedded({ folder, mode })));
    const inside = outcomes.flatMap((outcome) => ("refused" in outcome ? [] : [outcome]));
    running.push(...inside);
    const refused = outcomes.flatMap((outcome) => ("refused" in outcome ? outcome.refused : []));
    expect(refused.map(({ code }) => code)).toEqual(["already served"]);
    expect(await Promise.all(inside.map(({ url }) => ask(url, "SELECT 1")))).toEqual([1, 1, 1]);
  });
});

describe("a folder that cannot serve", () => {
  test("is refused where it is a file", async () => {
    const folder = join(await testFolder(), "file");
    await writeFile(folder, "");
    expect(await refusalOf({ folder })).toMatch(/cannot be used for the record: .*Choose a folder/);
  });

  test("is refused where whoever runs PostgreSQL may not enter, and the way out is named", async () => {
    const closed = join(await testFolder(), "closed");
    await mkdir(closed, { mode: 0o600 });
    const sentence = await refusalOf({ folder: join(closed, "record") });
    expect(sentence).toMatch(/(lies under .*closed, which the account|cannot be used for the record)/);
    expect(sentence).toMatch(/Choose a folder/);
  });

  test("is refused where another version of PostgreSQL made it", async () => {
    const folder = await testFolder();
    await (await started({ folder })).stop();
    await writeFile(join(folder, "postgres", "data", "PG_VERSION"), "17\n");
    expect(await refusalOf({ folder })).toMatch(/was made by PostgreSQL 17, but this program brings PostgreSQL 18/);
  });

  test("is refused with what PostgreSQL said where its files are damaged", async () => {
    const folder = await testFolder();
    await (await started({ folder })).stop();
    await writeFile(join(folder, "postgres", "data", "postgresql.conf"), "nonsense here\n");
    expect(await refusalOf({ folder })).toMatch(
      /did not start .*"nonsense".* line 1.*Its log is .*put right what it says/s,
    );
    expect(await readFile(join(folder, "postgres", "log"), "utf8")).toMatch(/nonsense/);
  });
});
