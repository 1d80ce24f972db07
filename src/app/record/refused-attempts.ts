import type { Kysely } from "kysely";
import { accept, refuse } from "#kernel/decision.ts";
import type { RefusedAttempt } from "#platform/access/refused-attempt.ts";
import type { Record } from "#platform/record/index.ts";
import { plainWords } from "./describing.ts";
import { type AttemptFacts, attemptSays } from "./own-streams.ts";
import type { RecordedTables } from "./tables.ts";

const MINUTE = 60_000;
/** So many attempts of one person are kept a minute, whatever they are about. Source: settled ¶record-2. */
const MOST = 20;

/** Keeps attempts that were not allowed on the record, so few that nobody can flood it. Source: settled ¶record-2. */
export function refusedAttempts(record: Record): (attempt: RefusedAttempt) => Promise<void> {
  return async ({ person, permission, subject, rule, at }) => {
    const stream = `access/${person.id}`;
    const facts: AttemptFacts = {
      permission,
      organisation: subject?.organisation ?? "",
      within: (subject?.within ?? []).join(" "),
      posts: person.posts.map(({ organisation }) => organisation).join(" "),
    };
    const words = plainWords(attemptSays(person.id, facts));
    const since = new Date(at.getTime() - MINUTE).toISOString();
    await record.perform({
      ...{ stream, command: "access refused", actor: person.id, at },
      given: (reads: Kysely<RecordedTables>) => recentOf(reads, stream, since),
      decide: (_past, recent) =>
        recent.includes(words) || recent.length >= MOST ? accept() : refuse("not-allowed", { facts, rule }),
    });
  };
}

/** What was refused to somebody since an instant, in words. */
async function recentOf(reads: Kysely<RecordedTables>, stream: string, since: string): Promise<readonly string[]> {
  const rows = await reads
    .selectFrom("recorded")
    .select("words")
    .where("stream", "=", stream)
    .where("at", ">", since)
    .orderBy("seq")
    .execute();
  return rows.map(({ words }) => words);
}
