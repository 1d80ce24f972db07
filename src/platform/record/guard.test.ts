import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "./database.ts";
import type { Database } from "./event.ts";
import { accounts, move } from "./examples/accounts.ts";
import { openRecord, type Record } from "./record.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

describe("the database itself", () => {
  let database: TestDatabase;
  let record: Record;
  let roles: { readonly [role: string]: Database };

  beforeAll(async () => {
    database = await testDatabase();
    record = await openRecord({ ...database, readModels: [accounts], now: () => new Date(0) });
    await move(record, "a", 100);
    roles = { owner: connect(database.ownerUrl, { most: 1 }), application: connect(database.url, { most: 1 }) };
  });

  afterAll(async () => {
    await Promise.all([record.close(), ...Object.values(roles).map((role) => role.destroy())]);
    await database.drop();
  });

  const attempt = (role: string, statement: string) => {
    const connection = roles[role];
    if (connection === undefined) throw new RangeError(role);
    return sql.raw(statement).execute(connection);
  };

  test.each([
    "UPDATE record.events SET actor = 'kim'",
    "UPDATE record.events SET actor = 'kim' WHERE false",
    "DELETE FROM record.events",
    "TRUNCATE record.events",
    "TRUNCATE record.events CASCADE",
    "UPDATE record.head SET seq = 0",
    "DELETE FROM record.head",
    "TRUNCATE record.head",
    "UPDATE record.texts SET body = ''",
    "TRUNCATE record.texts",
  ])("refuses even the owner: %s", async (statement) => {
    await expect(attempt("owner", statement)).rejects.toThrow(/refused: the record is only ever added to/);
    expect((await record.verify()).whole).toBe(true);
  });

  test.each([
    "UPDATE record.events SET actor = 'kim'",
    "DELETE FROM record.events",
    "TRUNCATE record.events",
    "UPDATE record.head SET seq = 0",
    "INSERT INTO record.head (here, seq, hash) VALUES (false, 0, '')",
    "UPDATE record.texts SET body = ''",
    "INSERT INTO record.migrations VALUES (99, '', '', now())",
    "DELETE FROM record.read_models",
    "TRUNCATE read.accounts",
    "DROP TABLE read.accounts",
    "ALTER TABLE record.events DISABLE TRIGGER ALL",
    "DROP TRIGGER events_never_change ON record.events",
    "CREATE OR REPLACE FUNCTION record.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "CREATE TABLE record.mine (id int)",
    "CREATE TABLE read.mine (id int)",
    "CREATE SCHEMA mine",
    "SET ROLE owner",
    "SET session_replication_role = replica",
  ])("refuses the application: %s", async (statement) => {
    await expect(attempt("application", statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test("lets the application own nothing", async () => {
    const owner = connect(database.ownerUrl, { most: 1 });
    const { rows } = await sql`
      SELECT DISTINCT rolname FROM pg_shdepend JOIN pg_roles ON pg_roles.oid = refobjid
      WHERE deptype = 'o'`.execute(owner);
    await owner.destroy();
    expect(rows).toEqual([{ rolname: "owner" }]);
  });

  test("numbers and links whatever is inserted, so that no program can write a false link", async () => {
    await attempt(
      "application",
      `INSERT INTO record.events (seq, id, stream, version, type, schema, kind, actor, at, body, previous, hash)
       VALUES (77, gen_random_uuid(), 'z', 9, 'made up', 1, 'refused', 'kim', now(), '{}', 'x', 'y')`,
    );
    const [last] = await record.history({ limit: 1 });
    expect(last).toMatchObject({ seq: 2, stream: "z", version: 1 });
    expect((await record.verify()).whole).toBe(true);
  });
});
