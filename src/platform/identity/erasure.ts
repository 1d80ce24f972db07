import type { Kysely } from "kysely";
import { connectSchema } from "../record/schema.ts";
import type { IdentityTables } from "./tables.ts";

/** Ends all of somebody's sign-ins, for a program that has no sign-in open, such as a command. */
export function endSignIns(url: string, person: string): Promise<void> {
  return over(url, async (db) => {
    await db.deleteFrom("session").where("userId", "=", person).execute();
  });
}

/** What sign-in keeps of people, for retention. */
export interface KeptAccounts {
  /** Everybody of whom it keeps anything. */
  people(): Promise<readonly string[]>;
  forget(person: string): Promise<void>;
}

/** The accounts kept in a database, for a program that has no sign-in open. */
export function keptAccounts(url: string): KeptAccounts {
  return {
    people: () =>
      over(url, async (db) => (await db.selectFrom("user").select("id").orderBy("id").execute()).map(({ id }) => id)),
    forget: (person) => over(url, (db) => forgetIn(db, person)),
  };
}

/** Removes everything that sign-in keeps of somebody. */
export async function forgetIn(db: Kysely<IdentityTables>, person: string): Promise<void> {
  await db.deleteFrom("verification").where("value", "=", person).execute();
  await db.deleteFrom("user").where("id", "=", person).execute();
}

async function over<T>(url: string, work: (db: Kysely<IdentityTables>) => Promise<T>): Promise<T> {
  const db = connectSchema<IdentityTables>(url, "identity");
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
