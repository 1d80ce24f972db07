import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "./database.ts";
import type { Database, RecordedEvent } from "./event.ts";
import { accounts, move } from "./examples/accounts.ts";
import { openRecord, type Record } from "./record.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

describe("verifying a record", () => {
  let database: TestDatabase;
  let record: Record;
  let owner: Database;
  let events: readonly RecordedEvent[];

  beforeEach(async () => {
    database = await testDatabase();
    record = await openRecord({ ...database, readModels: [accounts], now: () => new Date(0) });
    owner = connect(database.ownerUrl, { most: 1 });
    for (const pence of [100, -30, 7]) await move(record, "a", pence);
    await move(record, "b", 5);
    events = (await record.history({ limit: 10 })).toReversed();
  });

  afterEach(async () => {
    await Promise.all([record.close(), owner.destroy()]);
    await database.drop();
  });

  const behindItsBack = async (statement: string): Promise<void> => {
    await sql.raw("ALTER TABLE record.events DISABLE TRIGGER ALL").execute(owner);
    await sql.raw("ALTER TABLE record.head DISABLE TRIGGER ALL").execute(owner);
    await sql.raw(statement).execute(owner);
  };

  test.each([
    ["its actor", "actor = 'kim'"],
    ["its instant", "at = at + interval '1 millisecond'"],
    ["its kind", "kind = 'refused'"],
    ["its stream", "stream = 'c', version = 1"],
    ["its type", "type = 'money lost'"],
    ["its authority", "authority = 'finance at 5YY: so they say'"],
    ["its data", `body = '{"pence":-31}'`],
    ["its hash", "hash = repeat('a', 64)"],
  ])("names by id an event that had %s altered", async (_, change) => {
    await behindItsBack(`UPDATE record.events SET ${change} WHERE seq = 2`);
    const found = await record.verify();
    expect(found.whole).toBe(false);
    expect(found.altered).toEqual([events[1]?.id]);
  });

  test("sees that the chain breaks after an event whose hash was forged to fit", async () => {
    await behindItsBack(`
      UPDATE record.events SET actor = 'kim', hash = encode(sha256(convert_to(concat_ws(E'\\n', previous, seq, id, stream,
        version, type, schema, kind, 'kim', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), body),
        'UTF8')), 'hex') WHERE seq = 2`);
    const found = await record.verify();
    expect(found.altered).toEqual([]);
    expect(found.faults).toContainEqual({ kind: "broken link", id: events[2]?.id, seq: 3 });
  });

  test("sees an event taken out of the middle", async () => {
    await behindItsBack("DELETE FROM record.events WHERE seq = 2");
    const { faults } = await record.verify();
    expect(faults).toContainEqual({ kind: "missing events", from: 2, until: 2 });
    expect(faults).toContainEqual({ kind: "wrong versions", stream: "a" });
    expect(faults).toContainEqual({
      kind: "read row differs",
      table: "movements",
      key: "a, 2",
      how: "not in the events",
    });
  });

  test("sees events taken off the end", async () => {
    await behindItsBack("DELETE FROM record.events WHERE seq > 2");
    expect((await record.verify()).faults).toContainEqual({ kind: "wrong end", expected: 4, found: 2 });
  });

  test("names the table and key of read rows that were altered, added or taken out", async () => {
    const application = connect(database.url, { most: 1 });
    await sql`UPDATE accounts SET pence = 78 WHERE account = 'a'`.execute(application);
    await sql`INSERT INTO accounts VALUES ('c', 1)`.execute(application);
    await sql`DELETE FROM movements WHERE account = 'b'`.execute(application);
    await application.destroy();
    const found = await record.verify();
    expect(found.altered).toEqual([]);
    expect(found.faults).toEqual([
      { kind: "read row differs", table: "accounts", key: "a", how: "changed" },
      { kind: "read row differs", table: "accounts", key: "c", how: "not in the events" },
      { kind: "read row differs", table: "movements", key: "b, 1", how: "missing" },
    ]);
    await record.rebuild();
    expect((await record.verify()).whole).toBe(true);
  });

  test("sees tables that no model makes, and tables whose columns differ", async () => {
    await sql.raw("CREATE TABLE read.stray (id int); ALTER TABLE read.movements ADD note text").execute(owner);
    expect((await record.verify()).faults).toEqual([
      { kind: "read table differs", table: "movements" },
      { kind: "read table differs", table: "stray" },
    ]);
  });

  test("says so where an altered event can no longer be replayed", async () => {
    await behindItsBack(`UPDATE record.events SET body = '{"pence":"many"}' WHERE seq = 2`);
    const found = await record.verify();
    expect(found.altered).toEqual([events[1]?.id]);
    expect(found.faults).toContainEqual({ kind: "cannot replay", reason: expect.stringContaining("many") });
  });

  test("leaves nothing behind", async () => {
    const schemas = async () => {
      const { rows } = await sql<{ nspname: string }>`
        SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' ORDER BY nspname`.execute(owner);
      return rows.map(({ nspname }) => nspname);
    };
    const before = await schemas();
    await record.verify();
    expect(await schemas()).toEqual(before);
    expect(before).toContain("record");
  });

  test("can be done by several at once while others append", async () => {
    const appended = Array.from({ length: 5 }, (_, index) => move(record, "d", index + 1));
    const verified = await Promise.all([record.verify(), record.verify()]);
    await Promise.all(appended);
    expect(verified.map(({ whole }) => whole)).toEqual([true, true]);
  });
});
