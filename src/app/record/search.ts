import type { ExpressionBuilder, SelectQueryBuilder } from "kysely";
import type { Day } from "#kernel/period.ts";
import type { Record, RecordedEvent } from "#platform/record/index.ts";
import { isInScope, type Scope } from "./scope.ts";
import type { RecordedTables } from "./tables.ts";

/** What is looked for on the record; whatever is left out may be anything. */
export interface Search {
  /** One object, by the name of its stream. */
  readonly object?: string;
  /** Objects of a sort, by the word with which the names of their streams begin. */
  readonly objects?: string;
  readonly person?: string;
  readonly type?: string;
  readonly outcome?: "accepted" | "refused";
  readonly from?: Day;
  readonly until?: Day;
  readonly words?: string;
  /** Only events before this number, to read on from the last one seen. */
  readonly before?: number;
}

/** The record as one person may see it. */
export interface SeenRecord {
  /** Events that fit, the newest first, and whether there are more. */
  find(search: Search, limit: number): Promise<{ readonly events: readonly RecordedEvent[]; readonly more: boolean }>;
  count(search: Search): Promise<number>;
  /** One event; nothing where there is none or it is not for this person. */
  event(seq: number): Promise<RecordedEvent | undefined>;
  /** The kinds of event there are, to choose from. */
  types(): Promise<readonly string[]>;
}

type Found = SelectQueryBuilder<RecordedTables, "recorded", object>;

/** The record in the scope of a person: what is outside it is never read. */
export function seenRecord(record: Record, scope: Scope): SeenRecord {
  const inScope = (): Found =>
    record
      .reads<RecordedTables>()
      .selectFrom("recorded")
      .where((eb) => isInScope(eb, scope));
  return {
    find: async (search, limit) => {
      const rows = await fitting(inScope(), search)
        .select("recorded.seq")
        .orderBy("recorded.seq", "desc")
        .limit(limit + 1)
        .execute();
      const seqs = rows.slice(0, limit).map(({ seq }) => seq);
      return { events: await record.history({ seqs, limit }), more: rows.length > limit };
    },
    count: async (search) => {
      const { count } = await fitting(inScope(), search)
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return count;
    },
    event: async (seq) => {
      const row = await inScope().select("recorded.seq").where("recorded.seq", "=", seq).executeTakeFirst();
      return row === undefined ? undefined : (await record.history({ seqs: [row.seq], limit: 1 }))[0];
    },
    types: async () => {
      const rows = await inScope().select("recorded.type").distinct().orderBy("recorded.type").execute();
      return rows.map(({ type }) => type);
    },
  };
}

function fitting(found: Found, search: Search): Found {
  const { object, objects, person, type, outcome, from, until, words, before } = search;
  const equal = { stream: object, streams: objects, actor: person, type, kind: outcome } as const;
  const wanted = Object.entries(equal).filter((entry): entry is [keyof typeof equal, string] => entry[1] !== undefined);
  return found
    .where((eb) => eb.and(wanted.map(([column, value]) => eb(`recorded.${column}`, "=", value as never))))
    .$if(from !== undefined, (query) => query.where("recorded.on_day", ">=", from ?? ""))
    .$if(until !== undefined, (query) => query.where("recorded.on_day", "<=", until ?? ""))
    .$if(before !== undefined, (query) => query.where("recorded.seq", "<", before ?? 0))
    .$if(words !== undefined, (query) => query.where((eb) => holdsWords(eb, words ?? "")));
}

function holdsWords(eb: ExpressionBuilder<RecordedTables, "recorded">, words: string) {
  return eb("recorded.found_by", "@@", eb.fn<string>("plainto_tsquery", [eb.val("english"), eb.val(words)]));
}
