import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accept } from "#kernel/decision.ts";
import { connect } from "./database.ts";
import { openRecord, type Record } from "./record.ts";
import { type TestDatabase, testDatabase } from "./testing.ts";

const at = new Date("2008-05-02T10:30:00Z");

describe("a personal or free text", () => {
  let database: TestDatabase;
  let record: Record;
  beforeAll(async () => {
    database = await testDatabase();
    record = await openRecord({ ...database, readModels: [], now: () => at });
  });
  afterAll(async () => {
    await record.close();
    await database.drop();
  });

  const note = async (text: string): Promise<string> => {
    const hash = await record.keepText(text);
    const decide = () => accept({ stream: "case/1", type: "noted", data: { note: hash } });
    await record.perform({ stream: "case/1", command: "note", actor: "pat", at, decide });
    return hash;
  };

  test("is kept outside the chain, which names only its hash", async () => {
    const hash = await note("The patient asked twice.");
    expect(await record.text(hash)).toBe("The patient asked twice.");
    expect(JSON.stringify(await record.past("case/1"))).toContain(hash);
    expect(JSON.stringify(await record.past("case/1"))).not.toContain("asked twice");
  });

  test("can be erased by someone who is named, and the chain stays whole", async () => {
    const hash = await note("Mr Example of Exampleton");
    const erased = await record.eraseText({ hash, actor: "kim", at });
    expect("events" in erased && erased.events).toMatchObject([{ type: "text erased", actor: "kim", data: { hash } }]);
    expect(await record.text(hash)).toBeUndefined();
    expect(await record.verify()).toMatchObject({ whole: true, faults: [] });
  });

  test("cannot be erased twice", async () => {
    const hash = await note("Once");
    await record.eraseText({ hash, actor: "kim", at });
    expect(await record.eraseText({ hash, actor: "kim", at })).toEqual({ refused: [{ code: "no such text" }] });
  });

  test("has another hash each time, so that a hash does not give a likely text away", async () => {
    expect(await record.keepText("yes")).not.toBe(await record.keepText("yes"));
  });

  test("is found by its hash where it was altered behind the record's back", async () => {
    const hash = await note("They agreed.");
    const owner = connect(database.ownerUrl, { most: 1 });
    await sql`ALTER TABLE record.texts DISABLE TRIGGER ALL`.execute(owner);
    await sql`UPDATE record.texts SET body = 'They refused.' WHERE hash = ${hash}`.execute(owner);
    await owner.destroy();
    expect((await record.verify()).faults).toEqual([{ kind: "altered text", hash }]);
  });
});
