import { readFileSync } from "node:fs";
import type { Kysely } from "kysely";
import { accept, type Decision, refuse } from "#kernel/decision.ts";
import type { NewEvent, ReadModel, RecordedEvent } from "../event.ts";
import type { Record } from "../record.ts";

/** The read tables of the made-up accounts on which the record is tested. */
export interface AccountTables {
  readonly accounts: { readonly account: string; readonly pence: number };
  readonly movements: {
    readonly account: string;
    readonly version: number;
    readonly pence: number;
    readonly made_at: string;
  };
}

export const moved = (account: string, pence: number): NewEvent => ({
  stream: account,
  type: "money moved",
  data: { pence },
});

/** What the accounts hold, as the events say. */
export const accounts: ReadModel = {
  name: "accounts",
  tables: readFileSync(new URL("accounts.sql", import.meta.url), "utf8"),
  apply: async (db: Kysely<AccountTables>, { type, stream, version, at, data }) => {
    if (type !== "money moved") return;
    const { pence } = data as { readonly pence: number };
    await db
      .insertInto("accounts")
      .values({ account: stream, pence })
      .onConflict((there) => there.column("account").doUpdateSet((eb) => ({ pence: eb("accounts.pence", "+", pence) })))
      .execute();
    await db.insertInto("movements").values({ account: stream, version, pence, made_at: at }).execute();
  },
};

/** An account may not fall below nought. */
export function decideMove(
  past: readonly RecordedEvent[],
  account: string,
  pence: number,
): Decision<NewEvent, "overdrawn"> {
  const held = past.reduce((sum, { data }) => sum + (data as { readonly pence: number }).pence, 0);
  return held + pence < 0 ? refuse("overdrawn", { facts: { held, pence } }) : accept(moved(account, pence));
}

const AT = new Date("2008-05-02T10:30:00.125Z");

/** Moves money into an account, or out of it where the amount is negative. */
export function move(record: Record, account: string, pence: number, actor = "pat") {
  const decide = (past: readonly RecordedEvent[]) => decideMove(past, account, pence);
  return record.perform({ stream: account, command: "move money", actor, at: AT, decide });
}
