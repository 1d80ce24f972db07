import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accept, refuse } from "#kernel/decision.ts";
import { connect } from "./database.ts";
import { type AccountTables, accounts, move, moved } from "./examples/accounts.ts";
import { openRecord, type Record } from "./record.ts";
import { testDatabase, testRecord } from "./testing.ts";

const at = new Date("2008-05-02T10:30:00.125Z");

test("decides on what others have done by then, even when all ask at once", async () => {
  const record = await testRecord([accounts]);
  const openIfAlone = (account: string) =>
    record.perform({
      ...{ stream: account, command: "open alone", actor: "pat", at },
      given: (reads) => reads.selectFrom("accounts").select("account").execute(),
      decide: (_past, others) => (others.length === 0 ? accept(moved(account, 1)) : refuse("not alone")),
    });
  const decisions = await Promise.all(["a", "b", "c", "d"].map(openIfAlone));
  expect(decisions.filter((decision) => "events" in decision)).toHaveLength(1);
  await record.close();
});

describe("a record", () => {
  let record: Record;
  beforeAll(async () => {
    record = await testRecord([accounts]);
    await move(record, "a", 100);
    await move(record, "b", 7);
    await move(record, "a", -300, "kim");
    await move(record, "a", -30);
  });
  afterAll(() => record.close());

  test("tells the accepted events of a stream, oldest first", async () => {
    const past = await record.past("a");
    expect(past.map(({ seq, version, data }) => [seq, version, data])).toEqual([
      [1, 1, { pence: 100 }],
      [4, 3, { pence: -30 }],
    ]);
    expect(past[0]).toMatchObject({ actor: "pat", at: "2008-05-02T10:30:00.125Z", schema: 1, kind: "accepted" });
  });

  test("keeps its read tables in step with the events", async () => {
    const rows = await record.reads<AccountTables>().selectFrom("accounts").selectAll().orderBy("account").execute();
    expect(rows).toEqual([
      { account: "a", pence: 70 },
      { account: "b", pence: 7 },
    ]);
  });

  test("records a refusal with its codes, and shows it in the history only", async () => {
    const [refused, ...others] = await record.history({ actor: "kim", limit: 10 });
    expect(others).toEqual([]);
    expect(refused).toMatchObject({ kind: "refused", stream: "a", type: "move money", seq: 3, version: 2 });
    expect(refused?.data).toEqual({ refused: [{ code: "overdrawn", facts: { held: 100, pence: -300 } }] });
  });

  test("tells its history by stream, actor and type, newest first and a page at a time", async () => {
    const seqs = async (filter: Parameters<Record["history"]>[0]) =>
      (await record.history(filter)).map(({ seq }) => seq);
    expect(await seqs({ limit: 10 })).toEqual([4, 3, 2, 1]);
    expect(await seqs({ limit: 2 })).toEqual([4, 3]);
    expect(await seqs({ limit: 2, before: 3 })).toEqual([2, 1]);
    expect(await seqs({ stream: "a", limit: 10 })).toEqual([4, 3, 1]);
    expect(await seqs({ stream: "a", type: "money moved", actor: "pat", limit: 10 })).toEqual([4, 1]);
  });

  test("tells on what authority somebody acted, of what was refused too, and nothing where nobody was asked", async () => {
    const authority = "PCT finance at 5QV: The PCT moves its money.";
    const by = { actor: "lee", at, authority };
    await record.perform({ stream: "c", command: "move money", ...by, decide: () => accept(moved("c", 1)) });
    await record.perform({ stream: "c", command: "move money", ...by, decide: () => refuse("not today") });
    const told = await record.history({ actor: "lee", limit: 10 });
    expect(told.map(({ kind, authority: on }) => [kind, on])).toEqual([
      ["refused", authority],
      ["accepted", authority],
    ]);
    expect((await record.past("a"))[0]).not.toHaveProperty("authority");
  });

  test("is whole", async () => {
    expect(await record.verify()).toMatchObject({ whole: true, events: 6, faults: [], altered: [] });
  });
});

describe("performing a command", () => {
  let record: Record;
  beforeAll(async () => {
    record = await testRecord([accounts]);
  });
  afterAll(() => record.close());

  test("returns the refusal it was decided on", async () => {
    expect(await move(record, "g", -5)).toEqual({ refused: [{ code: "overdrawn", facts: { held: 0, pence: -5 } }] });
  });

  test("appends to several streams at once, each numbered on its own", async () => {
    const done = await record.perform({
      stream: "c",
      command: "move money",
      actor: "pat",
      at,
      decide: () => accept(moved("c", -5), moved("d", 5), moved("c", -1)),
    });
    expect("events" in done && done.events.map(({ stream, version }) => [stream, version])).toEqual([
      ["c", 1],
      ["d", 1],
      ["c", 2],
    ]);
  });

  test("changes nothing where the decision is to do nothing", async () => {
    const before = (await record.verify()).head;
    const done = await record.perform({ stream: "a", command: "look", actor: "pat", at, decide: () => accept() });
    expect(done).toEqual({ events: [] });
    expect((await record.verify()).head).toBe(before);
  });

  test.each([
    ["an actor without a name", { actor: "  " }, /an event names its actor/],
    ["a stream without a name", { stream: "" }, /names its stream/],
    ["a name with a line break", { actor: "pat\nkim" }, /control characters/],
  ])("refuses %s, and nothing stays behind", async (_, wrong, message) => {
    const before = (await record.verify()).head;
    const { stream = "e", actor = "pat" } = wrong as { stream?: string; actor?: string };
    const attempt = record.perform({ stream, command: "move", actor, at, decide: () => accept(moved(stream, 1)) });
    await expect(attempt).rejects.toThrow(message);
    expect((await record.verify()).head).toBe(before);
  });

  test("leaves neither events nor rows where a read model fails", async () => {
    const before = (await record.verify()).head;
    const attempt = record.perform({
      stream: "f",
      command: "move money",
      actor: "pat",
      at,
      decide: () => accept(moved("f", 1), { stream: "f", type: "money moved", data: { pence: null } }),
    });
    await expect(attempt).rejects.toThrow(/null value in column "pence"/);
    expect(await record.past("f")).toEqual([]);
    expect((await record.verify()).head).toBe(before);
  });
});

describe("many commands at once", () => {
  const countUp = (record: Record, stream: string) =>
    record.perform({
      stream,
      command: "count up",
      actor: "pat",
      at,
      decide: (past) => accept(moved(stream, past.length + 1)),
    });

  test.each([
    ["one stream", ["only"]],
    ["several streams", ["p", "q", "r", "s"]],
  ])("on %s lose no update and leave no gap", async (_, streams) => {
    const record = await testRecord([accounts]);
    await Promise.all(
      Array.from({ length: 20 }, (__, index) => countUp(record, streams[index % streams.length] ?? "")),
    );
    const each = 20 / streams.length;
    const oneToEach = Array.from({ length: each }, (__, index) => index + 1);
    for (const stream of streams) {
      const past = await record.past(stream);
      expect(past.map(({ version }) => version)).toEqual(oneToEach);
      expect(past.map(({ data }) => (data as { pence: number }).pence)).toEqual(oneToEach);
    }
    const all = await record.history({ limit: 100 });
    expect(all.map(({ seq }) => seq).toReversed()).toEqual(Array.from({ length: 20 }, (__, index) => index + 1));
    expect((await record.verify()).whole).toBe(true);
    await record.close();
  });
});

describe("opening a record", () => {
  test("as the application alone works once the owner has brought it up to date", async () => {
    const { url, ownerUrl, drop } = await testDatabase();
    const options = { url, readModels: [accounts], now: () => at };
    await expect(openRecord(options)).rejects.toThrow(/Rebuild them: start once with the owner's address/);
    await (await openRecord({ ...options, ownerUrl })).close();
    const record = await openRecord(options);
    await move(record, "a", 1);
    await expect(record.verify()).rejects.toThrow(/Only the record's owner/);
    await expect(record.rebuild()).rejects.toThrow(/Only the record's owner/);
    await record.close();
    await drop();
  });

  test("makes the read tables anew where a model has changed", async () => {
    const { url, ownerUrl, drop } = await testDatabase();
    const first = await openRecord({ url, ownerUrl, readModels: [accounts], now: () => at });
    await move(first, "a", 42);
    await first.close();
    const tables = accounts.tables.replace("pence   bigint NOT NULL", "pence bigint NOT NULL, note text");
    const second = await openRecord({ url, ownerUrl, readModels: [{ ...accounts, tables }], now: () => at });
    const rows = await second.reads<AccountTables>().selectFrom("accounts").selectAll().execute();
    expect(rows).toEqual([{ account: "a", pence: 42, note: null }]);
    await second.close();
    await drop();
  });

  test("is up to date until another program takes the database further, and throws where it is gone", async () => {
    const { url, ownerUrl, drop } = await testDatabase();
    const record = await openRecord({ url, ownerUrl, readModels: [accounts], now: () => at });
    expect(await record.isUpToDate()).toBe(true);
    const owner = connect(ownerUrl, { most: 1 });
    const step = { number: 99, name: "later", hash: "later", at: at.toISOString() };
    await owner.insertInto("record.migrations").values(step).execute();
    expect(await record.isUpToDate()).toBe(false);
    await owner.destroy();
    await record.close();
    await expect(record.isUpToDate()).rejects.toThrow();
    await drop();
  });

  test("refuses one role for both, since the database could then not guard the past", async () => {
    const { ownerUrl, drop } = await testDatabase();
    const options = { url: ownerUrl, ownerUrl, readModels: [], now: () => at };
    await expect(openRecord(options)).rejects.toThrow(/Give the program a role of its own that owns nothing/);
    await drop();
  });
});
