import { sql } from "kysely";
import { connect } from "./database.ts";
import { BEGINNING, type Database, type EventRow, hashOf, type ReadModel } from "./event.ts";
import { allEvents } from "./read-tables.ts";
import { openRecord, type Record } from "./record.ts";
import { testDatabase } from "./testing.ts";

type Change = Partial<Pick<EventRow, "actor" | "type" | "body">>;

/** A record of a test's own, and what somebody with all rights could do to it behind its back. */
export interface ForgedRecord {
  readonly record: Record;
  /** Changes a row and leaves its hash. */
  alter(seq: number, change: Change): Promise<void>;
  /** Changes a row and makes every hash after it anew, the head's too, so that the chain is whole again. */
  rewrite(seq: number, change: Change): Promise<void>;
  /** Takes away every event after a number, and moves the head back. */
  cutAfter(seq: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens it over read models, which are made anew after each forgery. */
export async function forgedRecord(readModels: readonly ReadModel[]): Promise<ForgedRecord> {
  const database = await testDatabase();
  const record = await openRecord({ ...database, readModels, now: () => new Date("2008-04-01T09:00:00Z") });
  const owner = connect(database.ownerUrl, { most: 1 });
  const behindItsBack = async (work: () => Promise<void>): Promise<void> => {
    for (const table of ["events", "head"]) await guards(owner, table, "DISABLE");
    await work();
    for (const table of ["events", "head"]) await guards(owner, table, "ENABLE");
  };
  const alter = async (seq: number, change: Change): Promise<void> => {
    await owner.updateTable("record.events").set(change).where("seq", "=", seq).execute();
  };
  return {
    record,
    alter: (seq, change) => behindItsBack(() => alter(seq, change)),
    rewrite: async (seq, change) => {
      await behindItsBack(async () => {
        await alter(seq, change);
        await relink(owner);
      });
      await record.rebuild();
    },
    cutAfter: async (seq) => {
      await behindItsBack(async () => {
        await owner.deleteFrom("record.events").where("seq", ">", seq).execute();
        await relink(owner);
      });
      await record.rebuild();
    },
    close: async () => {
      await Promise.all([record.close(), owner.destroy()]);
      await database.drop();
    },
  };
}

async function guards(owner: Database, table: string, how: "ENABLE" | "DISABLE"): Promise<void> {
  await sql.raw(`ALTER TABLE record.${table} ${how} TRIGGER ALL`).execute(owner);
}

/** Gives every event the link and the hash that its content and its past would have. */
async function relink(owner: Database): Promise<void> {
  let [previous, last] = [BEGINNING, 0];
  const rows: EventRow[] = [];
  for await (const row of allEvents(owner)) rows.push(row);
  for (const row of rows) {
    const hash = hashOf({ ...row, previous });
    await sql`UPDATE record.events SET previous = ${previous}, hash = ${hash} WHERE seq = ${row.seq}`.execute(owner);
    [previous, last] = [hash, row.seq];
  }
  await sql`UPDATE record.head SET seq = ${last}, hash = ${previous}`.execute(owner);
}
