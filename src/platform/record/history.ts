import type { Database, RecordedEvent } from "./event.ts";
import { EVENT_COLUMNS } from "./read-tables.ts";
import type { Schemas } from "./upcasts.ts";

export interface HistoryFilter {
  readonly stream?: string;
  readonly actor?: string;
  readonly type?: string;
  /** Only events before this number, to read on from the last one seen. */
  readonly before?: number;
  /** Only the events of these numbers. */
  readonly seqs?: readonly number[];
  readonly limit: number;
}

/** Events, refusals included, the newest first. */
export async function historyOf(
  database: Database,
  schemas: Schemas,
  { stream, actor, type, before, seqs, limit }: HistoryFilter,
): Promise<readonly RecordedEvent[]> {
  if (seqs?.length === 0) return [];
  const rows = await database
    .selectFrom("record.events")
    .select(EVENT_COLUMNS)
    .$if(stream !== undefined, (query) => query.where("stream", "=", stream ?? ""))
    .$if(actor !== undefined, (query) => query.where("actor", "=", actor ?? ""))
    .$if(type !== undefined, (query) => query.where("type", "=", type ?? ""))
    .$if(before !== undefined, (query) => query.where("seq", "<", before ?? 0))
    .$if(seqs !== undefined, (query) => query.where("seq", "in", [...(seqs ?? [])]))
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows.map(schemas.read);
}
