import { createHash, randomBytes } from "node:crypto";
import { accept, type Decision, refuse } from "#kernel/decision.ts";
import { type Appender, append, appending } from "./append.ts";
import type { Authorship, Database, RecordedEvent } from "./event.ts";

/** Who erases which text, when and on what authority. */
export interface Erasure extends Authorship {
  readonly hash: string;
}

/** The hash by which events name a text. Salted, so that nobody can try likely texts once the text is erased. */
export function hashOfText(salt: string, body: string): string {
  return createHash("sha256").update(`${salt}\n${body}`).digest("hex");
}

/** Keeps a personal or free text outside the chain; the same text kept twice has two hashes. */
export async function keepText(database: Database, body: string): Promise<string> {
  const salt = randomBytes(32).toString("hex");
  const hash = hashOfText(salt, body);
  await database.insertInto("record.texts").values({ hash, salt, body }).execute();
  return hash;
}

/** A kept text, or nothing where it was erased. */
export async function textOf(database: Database, hash: string): Promise<string | undefined> {
  const row = await database.selectFrom("record.texts").select("body").where("hash", "=", hash).executeTakeFirst();
  return row?.body;
}

/** Erases a text and its salt for good, and records who did so; events that name it stay as they are. */
export function eraseText(
  appender: Appender,
  { hash, ...by }: Erasure,
): Promise<Decision<RecordedEvent, "no such text">> {
  const stream = `text/${hash}`;
  return appending(appender, async (transaction) => {
    const erased = await transaction.deleteFrom("record.texts").where("hash", "=", hash).executeTakeFirst();
    const facts = [{ stream, type: "text erased", data: { hash } }];
    if (erased.numDeletedRows > 0n) {
      return accept(...(await append(transaction, appender, facts, { kind: "accepted", ...by })));
    }
    return refuse("no such text");
  });
}

/** The kept texts that their hashes do not fit. */
export async function textFaults(
  database: Database,
): Promise<readonly { readonly kind: "altered text"; readonly hash: string }[]> {
  const rows = await database.selectFrom("record.texts").selectAll().orderBy("hash").execute();
  return rows
    .filter(({ hash, salt, body }) => hashOfText(salt, body) !== hash)
    .map(({ hash }) => ({ kind: "altered text", hash }));
}
