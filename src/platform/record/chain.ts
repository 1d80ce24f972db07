import { sql } from "kysely";
import { BEGINNING, type Database, type EventRow, hashOf } from "./event.ts";

export type ChainFault =
  /** The event's content is not what its hash was made of. */
  | { readonly kind: "altered event"; readonly id: string; readonly seq: number; readonly stream: string }
  /** The event does not follow from the one before it. */
  | { readonly kind: "broken link"; readonly id: string; readonly seq: number }
  /** Events are missing before this number. */
  | { readonly kind: "missing events"; readonly from: number; readonly until: number }
  /** A stream's events are not numbered from 1 without gaps. */
  | { readonly kind: "wrong versions"; readonly stream: string }
  /** The chain does not end where the database noted that it does. */
  | { readonly kind: "wrong end"; readonly expected: number; readonly found: number };

export interface Chain {
  readonly events: number;
  readonly head: string;
  readonly faults: readonly ChainFault[];
}

/** Follows the whole chain and says where it is broken. */
export async function chainOf(rows: AsyncIterable<EventRow>, database: Database): Promise<Chain> {
  const faults: ChainFault[] = [];
  let events = 0;
  let [seq, hash] = [0, BEGINNING];
  for await (const row of rows) {
    faults.push(...faultsOf(row, seq, hash));
    events += 1;
    [seq, hash] = [row.seq, row.hash];
  }
  faults.push(...(await disagreeing(database)), ...(await wrongVersions(database)));
  const head = await database.selectFrom("record.head").select(["seq", "hash"]).executeTakeFirst();
  if (head?.seq !== seq || head.hash !== hash) {
    faults.push({ kind: "wrong end", expected: head?.seq ?? 0, found: seq });
  }
  return { events, head: hash, faults };
}

/** What is wrong with an event that should follow another, by its number and hash. */
export function faultsOf(row: EventRow, before: number, hash: string): readonly ChainFault[] {
  const { id, seq, stream } = row;
  const faults: ChainFault[] = [];
  if (hashOf(row) !== row.hash) faults.push({ kind: "altered event", id, seq, stream });
  if (seq !== before + 1) faults.push({ kind: "missing events", from: before + 1, until: seq - 1 });
  else if (row.previous !== hash) faults.push({ kind: "broken link", id, seq });
  return faults;
}

/** Events whose searchable form no longer says what their hashed text says. */
async function disagreeing(database: Database): Promise<readonly ChainFault[]> {
  const { rows } = await sql<{ id: string; seq: number; stream: string }>`
    SELECT id, seq, stream FROM record.events WHERE data IS DISTINCT FROM body::jsonb ORDER BY seq`.execute(database);
  return rows.map((row) => ({ kind: "altered event", ...row }));
}

async function wrongVersions(database: Database): Promise<readonly ChainFault[]> {
  const { rows } = await sql<{ stream: string }>`
    SELECT stream FROM record.events
    GROUP BY stream HAVING min(version) <> 1 OR max(version) <> count(*) ORDER BY stream`.execute(database);
  return rows.map(({ stream }) => ({ kind: "wrong versions", stream }));
}
