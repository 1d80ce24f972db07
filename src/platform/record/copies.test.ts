import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CopyFault, copyFaults, type RecordCopy } from "./copy-faults.ts";
import type { CopyingIn } from "./copy-in.ts";
import type { CopiedRecord } from "./copy-out.ts";
import { connect } from "./database.ts";
import { type AccountTables, accounts, move } from "./examples/accounts.ts";
import { LOCKS, tryLock } from "./locks.ts";
import { openRecord, type Record } from "./record.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

const AT = new Date("2008-05-02T10:30:00.125Z");
const BY = { actor: "pat", at: AT };

interface Copied extends CopiedRecord {
  readonly tables: ReadonlyMap<string, readonly string[]>;
}

async function copied(record: Record): Promise<Copied> {
  const tables = new Map<string, readonly string[]>();
  const taken = await record.copyOut(async (table, lines) => {
    tables.set(table, await allOf(lines));
  });
  return { ...taken, tables };
}

async function allOf(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

const asCopy = ({ head, tables }: Pick<Copied, "head" | "tables">): RecordCopy => ({
  head,
  tables: [...tables.keys()],
  async *lines(table) {
    yield* tables.get(table) ?? [];
  },
});

let databases: readonly TestDatabase[];
let records: readonly Record[];
let erased: string;
let kept: string;
beforeAll(async () => {
  databases = await Promise.all([1, 2, 3].map(testDatabase));
  records = await Promise.all(
    databases.map((database) => openRecord({ ...database, readModels: [accounts], now: () => AT })),
  );
  const [from] = records;
  if (from === undefined) throw new Error("no record");
  for (const pence of [100, -300, 20]) await move(from, "a", pence);
  for (let pence = 1; pence <= 1200; pence++) await move(from, `b/${pence % 7}`, pence);
  const perform = { ...BY, stream: "c", command: "move money", authority: "clerk at 5ZZ: may move" };
  await from.perform({ ...perform, decide: () => ({ events: [{ stream: "c", type: "noted", data: { ö: '"\n' } }] }) });
  kept = await from.keepText("A text.\nWith a second line and a sign: ‘é’ \\");
  erased = await from.keepText("A text to be erased later.");
  await asOwner(0, async (owner) => {
    await owner
      .insertInto("identity.user" as never)
      .values({ id: "p1", name: "p1", email: "a@example.org", emailVerified: true } as never)
      .execute();
    await owner
      .insertInto("identity.session" as never)
      .values({ id: "s1", expiresAt: AT, token: "t", updatedAt: AT, userId: "p1", how: "password" } as never)
      .execute();
  });
});
afterAll(async () => {
  await Promise.all(records.map((record) => record.close()));
  await Promise.all(databases.map((database) => database.drop()));
});

async function asOwner<T>(at: number, work: (owner: ReturnType<typeof connect>) => Promise<T>): Promise<T> {
  const owner = connect(databases[at]?.ownerUrl ?? "", { most: 1 });
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}

const from = () => records[0] as Record;
const into = (at: number) => records[at] as Record;

const copying = (copy: Copied, more: Partial<CopyingIn> = {}): CopyingIn => ({
  ...{ ...asCopy(copy), migrations: copy.migrations, erased: [], by: BY },
  ...more,
});

describe("a copy of the record", () => {
  test("is of one moment, whatever is written meanwhile", async () => {
    const before = await from().verify();
    const seen: number[] = [];
    const { head } = await from().copyOut(async (table, lines) => {
      if (table === "events") await move(from(), "meanwhile", 1);
      const all = await allOf(lines);
      if (table === "events") seen.push(all.length);
    });
    expect(head.hash).toBe(before.head);
    expect(seen).toEqual([before.events]);
  });

  test("is followed to its end without a database, and is whole", async () => {
    expect(await copyFaults(asCopy(await copied(from())))).toEqual([]);
  });

  test("holds accounts, and no sign-in under way", async () => {
    const { tables } = await copied(from());
    expect([...tables.keys()]).toEqual(["events", "texts", "identity.user", "identity.account", "identity.twoFactor"]);
    expect(tables.get("identity.user")?.join()).toContain("a@example.org");
  });

  test("that is put into an empty record gives the same events, texts, accounts and read tables", async () => {
    const copy = await copied(from());
    const taken = await into(1).copyIn(copying(copy));
    expect(taken).toEqual({ events: copy.tables.get("events")?.length, texts: 2, erased: 0 });
    expect((await copied(into(1))).tables).toEqual(copy.tables);
    const [there, here] = await Promise.all([from().verify(), into(1).verify()]);
    expect(here).toEqual({ ...there, whole: true, faults: [] });
    const rows = (record: Record) =>
      record.reads<AccountTables>().selectFrom("accounts").selectAll().orderBy("account").execute();
    expect(await rows(into(1))).toEqual(await rows(from()));
    expect(await into(1).text(kept)).toBe("A text.\nWith a second line and a sign: ‘é’ \\");
  });

  test("is refused by a record that holds anything, and changes nothing there", async () => {
    const before = await into(1).verify();
    const refused = await into(1).copyIn(copying(await copied(from())));
    expect(refused).toMatchObject({ refused: [{ code: "record not empty", facts: { table: "record.events" } }] });
    expect(await into(1).verify()).toEqual(before);
  });
});

describe("a copy that is not taken", () => {
  const edited = (copy: Copied, table: string, edit: (lines: readonly string[]) => readonly string[]): Copied => ({
    ...copy,
    tables: new Map([...copy.tables, [table, edit(copy.tables.get(table) ?? [])]]),
  });
  const change = (line: string | undefined, part: object) => JSON.stringify({ ...JSON.parse(line ?? "{}"), ...part });

  test.each<[string, (copy: Copied) => Copied, CopyFault["kind"], string]>([
    [
      "an event that says something else",
      (copy) => edited(copy, "events", (all) => [change(all[0], { actor: "kim" }), ...all.slice(1)]),
      "altered event",
      "event differs",
    ],
    [
      "events in another order",
      (copy) => edited(copy, "events", ([a = "", b = "", ...all]) => [b, a, ...all]),
      "missing events",
      "event differs",
    ],
    [
      "an event left out",
      (copy) => edited(copy, "events", (all) => all.toSpliced(600, 1)),
      "missing events",
      "event differs",
    ],
    [
      "a link to another event",
      (copy) => edited(copy, "events", (all) => [change(all[0], { previous: "f".repeat(64) }), ...all.slice(1)]),
      "altered event",
      "event differs",
    ],
    [
      "a column that nobody knows",
      (copy) => edited(copy, "texts", (all) => all.map((line) => change(line, { note: 1, body: "x" }))),
      "altered text",
      "unknown column",
    ],
  ])("%s", async (_, spoil, fault, code) => {
    const copy = spoil(await copied(from()));
    expect((await copyFaults(asCopy(copy))).map(({ kind }) => kind)).toContain(fault);
    expect(await into(2).copyIn(copying(copy))).toMatchObject({ refused: [{ code }] });
    expect(await into(2).verify()).toMatchObject({ whole: true, events: 0 });
  });

  test("events missing at the end, a line cut short and a table missing are found without a database", async () => {
    const copy = await copied(from());
    const found = async (spoilt: Copied) => (await copyFaults(asCopy(spoilt))).map(({ kind }) => kind);
    expect(await found(edited(copy, "events", (all) => all.slice(0, -1)))).toEqual(["wrong end"]);
    expect(await found(edited(copy, "texts", (all) => all.map((line) => line.slice(0, -1))))).toEqual(
      Array(2).fill("unreadable line"),
    );
    const less = { ...copy, tables: new Map([...copy.tables].filter(([table]) => table !== "events")) };
    expect(await found(less)).toEqual(["wrong end"]);
  });

  test("one that a newer program made, or holds a table that this one does not know", async () => {
    const copy = await copied(from());
    const newer = { number: 99, name: "more", hash: "0" };
    expect(await into(2).copyIn(copying(copy, { migrations: [...copy.migrations, newer] }))).toMatchObject({
      refused: [{ code: "other migrations", facts: { step: 99, name: "more" } }],
    });
    const more = { ...copy, tables: new Map([...copy.tables, ["identity.stranger", ["{}"]] as const]) };
    expect(await into(2).copyIn(copying(more))).toMatchObject({ refused: [{ code: "unknown table" }] });
  });

  test("one that comes while a server runs", async () => {
    const copy = await copied(from());
    await asOwner(2, async (server) => {
      await server.connection().execute(async (session) => {
        await tryLock(session, LOCKS.serve);
        expect(await into(2).copyIn(copying(copy))).toMatchObject({ refused: [{ code: "record in use" }] });
      });
    });
  });
});

test("texts that were erased after the copy was made stay erased, and the record says so", async () => {
  const copy = await copied(from());
  const taken = await into(2).copyIn(copying(copy, { erased: [erased, "0".repeat(64)] }));
  expect(taken).toMatchObject({ texts: 1, erased: 1 });
  expect([await into(2).text(kept), await into(2).text(erased)]).toEqual([expect.any(String), undefined]);
  const [last] = await into(2).history({ limit: 1 });
  expect(last).toMatchObject({ type: "text erased", seq: copy.head.seq + 1, data: { hash: erased }, actor: "pat" });
  expect(await into(2).verify()).toMatchObject({ whole: true, events: copy.head.seq + 1 });
});
