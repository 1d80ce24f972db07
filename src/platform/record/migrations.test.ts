import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "./database.ts";
import type { Database } from "./event.ts";
import { checkMigrated, type Migration, migrate, migrationsIn } from "./migrations.ts";
import { openRecord } from "./record.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

const at = new Date("2008-04-01T09:00:00Z");
const next = (number: number, text: string): Migration => ({ number, name: "next", text, hash: `${number}` });

describe("migrations", () => {
  let database: TestDatabase;
  let owner: Database;
  let known: readonly Migration[];
  beforeEach(async () => {
    database = await testDatabase();
    owner = connect(database.ownerUrl, { most: 4 });
    known = await migrationsIn();
  });
  afterEach(async () => {
    await owner.destroy();
    await database.drop();
  });

  test("are numbered from 1 and named for what they bring", () => {
    const first = known.slice(0, 5).map(({ number, name }) => `${number} ${name}`);
    expect(first).toEqual(["1 events", "2 texts", "3 read-models", "4 authority", "5 identity"]);
  });

  test("run once, however often and by however many they are asked for", async () => {
    const more = [...known, next(known.length + 1, "CREATE TABLE record.extra (id int)")];
    await Promise.all([1, 2, 3].map(() => migrate(owner, more, at)));
    await migrate(owner, more, at);
    await checkMigrated(owner, more);
    const last = await owner.selectFrom("record.migrations").selectAll().orderBy("number", "desc").executeTakeFirst();
    expect(last).toMatchObject({ number: known.length + 1, name: "next", at: "2008-04-01T09:00:00.000Z" });
  });

  test("all run or none", async () => {
    const more = [
      ...known,
      next(known.length + 1, "CREATE TABLE record.extra (id int)"),
      next(known.length + 2, "CREATE TABLE record.extra (id int)"),
    ];
    await expect(migrate(owner, more, at)).rejects.toThrow(/already exists/);
    const { rows } = await sql`SELECT to_regclass('record.extra') AS extra`.execute(owner);
    expect(rows).toEqual([{ extra: null }]);
    await checkMigrated(owner, known);
  });

  test("refuse a database that a newer program has used", async () => {
    await migrate(owner, [...known, next(known.length + 1, "SELECT 1")], at);
    const { url, ownerUrl } = database;
    await expect(openRecord({ url, ownerUrl, readModels: [], now: () => at })).rejects.toThrow(/a newer program/);
    await expect(openRecord({ url, readModels: [], now: () => at })).rejects.toThrow(/a newer program/);
  });

  test("refuse a database whose past is another", async () => {
    const other = known.map((step) => (step.number === 2 ? { ...step, hash: "other" } : step));
    await expect(migrate(owner, other, at)).rejects.toThrow(/Step 2 \(texts\) of the record's database differs/);
  });

  test("are asked for where the owner has not yet run them", async () => {
    const more = [...known, next(known.length + 1, "SELECT 1")];
    const sentence = `at step ${known.length} of ${known.length + 1}. Bring it up to date first`;
    await expect(checkMigrated(owner, more)).rejects.toThrow(sentence);
  });
});
