import type { Appender } from "./append.ts";
import { type ChainFault, chainOf } from "./chain.ts";
import { compareTables, type TableFault } from "./comparison.ts";
import type { Database } from "./event.ts";
import { allEvents, replayInto } from "./read-tables.ts";
import { textFaults } from "./texts.ts";

export type Fault =
  | ChainFault
  | TableFault
  /** A text that its hash does not fit. */
  | { readonly kind: "altered text"; readonly hash: string }
  /** The events cannot be replayed, so that the read tables could not be compared. */
  | { readonly kind: "cannot replay"; readonly reason: string };

/** What checking the record found. */
export interface Verification {
  readonly whole: boolean;
  readonly events: number;
  /** The hash of the last event, which anyone may note down to hold against a later one. */
  readonly head: string;
  readonly faults: readonly Fault[];
  /** The ids of events whose content is not what was recorded. */
  readonly altered: readonly string[];
}

/**
 * Checks every event, the links between them and the end of the chain, every kept text, and each read table against a
 * replay. It sees one moment of the record while others go on writing, and is undone at the end, so nothing is left.
 */
export async function verification(owner: Database, appender: Appender): Promise<Verification> {
  const transaction = await owner.startTransaction().setIsolationLevel("repeatable read").execute();
  try {
    const chain = await chainOf(allEvents(transaction), transaction);
    const texts = await textFaults(transaction);
    const tables = await replayFaults(transaction, appender);
    const faults: readonly Fault[] = [...chain.faults, ...texts, ...tables];
    const altered = chain.faults.flatMap((fault) => (fault.kind === "altered event" ? [fault.id] : []));
    return {
      whole: faults.length === 0,
      events: chain.events,
      head: chain.head,
      faults,
      altered: [...new Set(altered)],
    };
  } finally {
    await transaction.rollback().execute();
  }
}

async function replayFaults(transaction: Database, { readModels, schemas }: Appender): Promise<readonly Fault[]> {
  const scratch = "scratch of verification";
  try {
    await replayInto(scratch, transaction, readModels, schemas);
  } catch (error) {
    return [{ kind: "cannot replay", reason: error instanceof Error ? error.message : String(error) }];
  }
  return compareTables(transaction, { kept: "read", replayed: scratch });
}
