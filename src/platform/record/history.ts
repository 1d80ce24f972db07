import type { Database, RecordedEvent } from "./event.ts";
import { EVENT_COLUMNS } from "./read-tables.ts";
import type { Schemas } from "./upcasts.ts";

export interface HistoryFilter {
  readonly stream?: string;
  readonly actor?: string;
  readonly type?: string;
  /** Only events before this number, to read on from the last one seen. */
  readonly before?: number;
  readonly limit: number;
}

/** Events, refusals included, the newest first. */
export async function historyOf(
  database: Database,
  schemas: Schemas,
  { stream, actor, type, before, limit }: HistoryFilter,
): Promise<readonly RecordedEvent[]> {
  const rows = await database
    .selectFrom("record.events")
    .select(EVENT_COLUMNS)
    .$if(stream !== undefined, (query) => query.where("stream", "=", stream ?? ""))
    .$if(actor !== undefined, (query) => query.where("actor", "=", actor ?? ""))
    .$if(type !== undefined, (query) => query.where("type", "=", type ?? ""))
    .$if(before !== undefined, (query) => query.where("seq", "<", before ?? 0))
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows.map(schemas.read);
}
