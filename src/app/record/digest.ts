import { z } from "zod";
import { type Day, dayInLondon, firstDayOf, isMonth, type Month, monthOf, monthsLater } from "#kernel/period.ts";
import type { Record } from "#platform/record/index.ts";
import type { RecordedTables } from "./tables.ts";

/** Where the record stood when a month was over: whoever keeps it can tell later whether the past was changed. */
export interface MonthHead {
  readonly month: Month;
  /** The number of the last event of the month, or of the last before it where it has none. */
  readonly seq: number;
  readonly hash: string;
  /** How many events the month has. */
  readonly events: number;
}

/** A month's head as a file to be kept elsewhere. Source: settled ¶record-4. */
export interface Digest extends MonthHead {
  readonly made: Day;
  readonly version: string;
}

const digest = z.object({
  month: z.string().refine(isMonth),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  events: z.int().min(0),
  made: z.iso.date(),
  version: z.string(),
});

/** The digest that a file holds; nothing where it is none. */
export function readDigest(text: string): Digest | undefined {
  try {
    const read = digest.safeParse(JSON.parse(text));
    return read.success ? (read.data as Digest) : undefined;
  } catch {
    return undefined;
  }
}

/** The head of every month that is over, the newest first: none before the first event. */
export async function monthHeads(record: Record, now: Date): Promise<readonly MonthHead[]> {
  const rows = await record
    .reads<RecordedTables>()
    .selectFrom("recorded")
    .select((eb) => ["month", eb.fn.max<number>("seq").as("last"), eb.fn.countAll<number>().as("events")])
    .groupBy("month")
    .orderBy("month")
    .execute();
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  const heads: Omit<MonthHead, "hash">[] = [];
  const current = monthOf(dayInLondon(now));
  let seq = 0;
  for (const month of monthsFrom(rows[0]?.month as Month | undefined, current)) {
    const row = byMonth.get(month);
    seq = Math.max(seq, row?.last ?? 0);
    heads.push({ month, seq, events: row?.events ?? 0 });
  }
  const hashes = await hashesOf(record, [...new Set(heads.map((head) => head.seq))]);
  return heads.map((head) => ({ ...head, hash: hashes.get(head.seq) ?? "" })).toReversed();
}

function monthsFrom(first: Month | undefined, before: Month): readonly Month[] {
  const months: Month[] = [];
  for (let month = first ?? before; month < before; month = monthsLater(month, 1)) months.push(month);
  return months;
}

async function hashesOf(record: Record, seqs: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const events = await record.history({ seqs, limit: Math.max(1, seqs.length) });
  return new Map(events.map(({ seq, hash }) => [seq, hash]));
}

/** Why a kept digest does not fit the chain as it is now; nothing where it does. */
export async function digestFault(record: Record, kept: Digest): Promise<string | undefined> {
  const hash = (await hashesOf(record, [kept.seq])).get(kept.seq);
  if (hash === undefined) return `the record has no event ${kept.seq} any more, which was its head then`;
  if (hash !== kept.hash)
    return `event ${kept.seq} has the hash ${hash}, and had ${kept.hash} then: the past was changed`;
  return undefined;
}

/** The first day on which a digest of a month can be made. */
export function digestFrom(month: Month): Day {
  return firstDayOf(monthsLater(month, 1));
}
