import { readFileSync } from "node:fs";
import type { Kysely } from "kysely";
import { dayInLondon, monthOf } from "#kernel/period.ts";
import type { Concern, Described, ReadModel, Recorded, RecordedEvent } from "#platform/record/index.ts";
import { describing, plainWords } from "./describing.ts";
import type { RecordedTables } from "./tables.ts";

type Db = Kysely<RecordedTables>;

/** Rows that one statement holds: what it takes of parameters is bounded. */
const ROWS_AT_ONCE = 1000;
/** The event by which the record says that a text is gone. */
const ERASED = "text erased";

/**
 * How every event reads and whom it concerns, kept with it in one transaction, so that what somebody may see is asked in
 * the query. It is made anew with each version of the product, whose words may be others.
 */
export function recordedReadModel(descriptions: readonly Recorded[], version: string): ReadModel {
  const describe = describing(descriptions);
  return {
    name: "recorded",
    tables: `${readFileSync(new URL("read-model.sql", import.meta.url), "utf8")}\n-- As version ${version} reads it.\n`,
    takesRefusals: true,
    apply: async (db: Db, event) => {
      const described = describe(event);
      await db.insertInto("recorded").values(rowOf(event, described)).execute();
      const concerns = [
        ...described.concerns.map(subjectOf),
        ...(event.type === ERASED ? await concernsOfErased(db, event) : []),
        ...(described.concernsAsBefore ? await concernsBefore(db, event) : []),
      ];
      const subjects = distinct(concerns).map((subject) => ({ seq: event.seq, ...subject }));
      for (let at = 0; at < subjects.length; at += ROWS_AT_ONCE) {
        await db
          .insertInto("recorded_subjects")
          .values(subjects.slice(at, at + ROWS_AT_ONCE))
          .execute();
      }
      await keepTexts(db, event, described);
      await keepUse(db, event, described);
    },
  };
}

function rowOf({ seq, stream, type, kind, actor, at }: RecordedEvent, { says, changesRule }: Described) {
  const on_day = dayInLondon(new Date(at));
  return {
    ...{ seq, stream, type, kind, actor, at, on_day },
    streams: stream.split("/")[0] ?? "",
    month: monthOf(on_day),
    words: plainWords(says),
    changes_rule: changesRule ?? false,
  };
}

interface Subject {
  readonly organisation: string;
  readonly seen_by: string;
}

function subjectOf(concern: Concern): Subject {
  return "person" in concern
    ? { organisation: concern.person, seen_by: "person" }
    : { organisation: concern.organisation, seen_by: concern.seenBy };
}

function distinct(subjects: readonly Subject[]): readonly Subject[] {
  return [...new Map(subjects.map((each) => [`${each.seen_by} ${each.organisation}`, each])).values()];
}

/** That a text is erased concerns whom it concerned that it was written. */
async function concernsOfErased(db: Db, event: RecordedEvent): Promise<readonly Subject[]> {
  const { hash } = event.data as { readonly hash: string };
  await db
    .updateTable("recorded_texts")
    .set({ erased_day: dayInLondon(new Date(event.at)) })
    .where("hash", "=", hash)
    .execute();
  return db
    .selectFrom("recorded_texts")
    .innerJoin("recorded_subjects", "recorded_subjects.seq", "recorded_texts.seq")
    .select(["recorded_subjects.organisation", "recorded_subjects.seen_by"])
    .where("recorded_texts.hash", "=", hash)
    .distinct()
    .execute();
}

async function concernsBefore(db: Db, { stream, seq }: RecordedEvent): Promise<readonly Subject[]> {
  return db
    .selectFrom("recorded")
    .innerJoin("recorded_subjects", "recorded_subjects.seq", "recorded.seq")
    .select(["recorded_subjects.organisation", "recorded_subjects.seen_by"])
    .where("recorded.stream", "=", stream)
    .where("recorded.seq", "<", seq)
    .distinct()
    .execute();
}

async function keepTexts(db: Db, { seq, kind }: RecordedEvent, { texts = [] }: Described): Promise<void> {
  if (texts.length === 0 || kind === "refused") return;
  const rows = [...new Map(texts.map((text) => [text.hash, text])).values()];
  await db
    .insertInto("recorded_texts")
    .values(rows.map((text) => ({ ...text, seq, erased_day: null })))
    .execute();
}

async function keepUse(db: Db, { seq, at }: RecordedEvent, { access }: Described): Promise<void> {
  if (access === undefined) return;
  const { rows, ...use } = access;
  const row = { seq, ...use, rows_used: rows, on_day: dayInLondon(new Date(at)) };
  await db.insertInto("recorded_uses").values(row).execute();
}
