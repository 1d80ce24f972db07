import type { Kysely } from "kysely";
import type { Decision, Refusal } from "#kernel/decision.ts";
import { isRefused } from "#kernel/decision.ts";
import { type Appender, append, appending, pastOf } from "./append.ts";
import { type CopiedIn, type CopyInCode, type CopyingIn, copyIn } from "./copy-in.ts";
import { type CopiedRecord, copyOut, type TakeTable } from "./copy-out.ts";
import { connect } from "./database.ts";
import type { Authorship, Database, NewEvent, ReadModel, RecordedEvent } from "./event.ts";
import { type HistoryFilter, historyOf } from "./history.ts";
import { checkMigrated, migrationsIn } from "./migrations.ts";
import { prepare, rebuild } from "./preparation.ts";
import { checkReadTables } from "./read-tables.ts";
import { RecordUnusable } from "./record-unusable.ts";
import { type Erasure, eraseText, keepText, textOf } from "./texts.ts";
import { schemasOf, type Upcast } from "./upcasts.ts";
import { type Verification, verification } from "./verification.ts";

/** A command as someone gave it, and the pure function that decides on it. */
export interface Request<Code extends string, Given = undefined> extends Authorship {
  /** The stream whose past is decided on, and in which a refusal is recorded. */
  readonly stream: string;
  /** What was asked for, such as `set budget`; the type of the event that records a refusal. */
  readonly command: string;
  /** Reads what else is decided on, from the read tables as they stand while nobody else can append. */
  // biome-ignore lint/suspicious/noExplicitAny: each feature types its own tables; the record does not know them
  readonly given?: (reads: Kysely<any>) => Promise<Given>;
  /** Given the accepted events of the stream, the latest included. Its events may go to other streams too. */
  readonly decide: (past: readonly RecordedEvent[], given: Given) => Decision<NewEvent, Code>;
}

/** What people decided: events that are only ever added to, and tables that follow from them. */
export interface Record {
  /** The accepted events of a stream, oldest first. */
  past(stream: string): Promise<readonly RecordedEvent[]>;
  /** Decides, then appends and updates the read tables, all or nothing. Refusals are recorded too. */
  perform<Code extends string, Given = undefined>(
    request: Request<Code, Given>,
  ): Promise<Decision<RecordedEvent, Code>>;
  /** The read tables, for a feature's store. */
  reads<Tables>(): Kysely<Tables>;
  /** Events, the newest first, refusals included. */
  history(filter: HistoryFilter): Promise<readonly RecordedEvent[]>;
  keepText(text: string): Promise<string>;
  text(hash: string): Promise<string | undefined>;
  eraseText(erasure: Erasure): Promise<Decision<RecordedEvent, "no such text">>;
  /** Checks the chain, and the read tables against what the events make of them. Changes nothing. */
  verify(): Promise<Verification>;
  /** Whether the database is as this program's migrations make it; throws where it does not answer. */
  isUpToDate(): Promise<boolean>;
  /** Drops the read tables and makes them anew from the events. */
  rebuild(): Promise<void>;
  /** Copies events, texts and sign-in accounts as they stand at one moment, while others go on writing. */
  copyOut(take: TakeTable): Promise<CopiedRecord>;
  /** Takes a copy into this record, which must be empty: all or nothing. */
  copyIn(copying: CopyingIn): Promise<CopiedIn | { readonly refused: readonly [Refusal<CopyInCode>] }>;
  close(): Promise<void>;
}

export interface RecordOptions {
  /** The database, as the role of the application, which owns nothing. */
  readonly url: string;
  /** The same as the role that owns the record: needed to bring it up to date, to rebuild and to verify. */
  readonly ownerUrl?: string;
  readonly readModels: readonly ReadModel[];
  readonly upcasts?: readonly Upcast[];
  readonly now: () => Date;
}

/** Opens the record; as its owner brings the database up to date first. Throws RecordUnusable for one it cannot use. */
export async function openRecord(options: RecordOptions): Promise<Record> {
  const appender: Appender = {
    database: connect(options.url, { most: 10 }),
    readModels: options.readModels,
    schemas: schemasOf(options.upcasts ?? []),
  };
  const owner = options.ownerUrl === undefined ? undefined : connect(options.ownerUrl, { most: 2 });
  const close = async (): Promise<void> => {
    await Promise.all([appender.database.destroy(), owner?.destroy()]);
  };
  try {
    await makeReady(appender, owner, options.now());
  } catch (error) {
    await close();
    throw error;
  }
  return recordOver(appender, owner, close);
}

async function makeReady(appender: Appender, owner: Database | undefined, at: Date): Promise<void> {
  const migrations = await migrationsIn();
  if (owner !== undefined) return prepare(appender, owner, migrations, at);
  await checkMigrated(appender.database, migrations);
  await checkReadTables(appender.database, appender.readModels);
}

async function isUpToDate(database: Database): Promise<boolean> {
  try {
    await checkMigrated(database, await migrationsIn());
    return true;
  } catch (error) {
    if (error instanceof RecordUnusable) return false;
    throw error;
  }
}

function recordOver(appender: Appender, owner: Database | undefined, close: () => Promise<void>): Record {
  const { database, schemas } = appender;
  const asOwner = (): Database => {
    if (owner !== undefined) return owner;
    throw new RecordUnusable("Only the record's owner may do this. Give the owner's address too.");
  };
  return {
    past: (stream) => pastOf(database, schemas, stream),
    perform: (request) => perform(appender, request),
    reads: <Tables>() => database as unknown as Kysely<Tables>,
    history: (filter) => historyOf(database, schemas, filter),
    keepText: (text) => keepText(database, text),
    text: (hash) => textOf(database, hash),
    eraseText: (erasure) => eraseText(appender, erasure),
    verify: async () => verification(asOwner(), appender),
    isUpToDate: () => isUpToDate(database),
    rebuild: async () => rebuild(appender, asOwner()),
    copyOut: (take) => copyOut(owner ?? database, take),
    copyIn: async (copying) => copyIn(asOwner(), appender, copying),
    close,
  };
}

function perform<Code extends string, Given>(
  appender: Appender,
  { stream, command, given, decide, actor, at, authority }: Request<Code, Given>,
): Promise<Decision<RecordedEvent, Code>> {
  const by: Authorship = { actor, at, ...(authority !== undefined && { authority }) };
  return appending(appender, async (transaction) => {
    const known = (await given?.(transaction)) as Given;
    const decision = decide(await pastOf(transaction, appender.schemas, stream), known);
    if (isRefused(decision)) {
      const refusal = { stream, type: command, data: { refused: decision.refused } };
      await append(transaction, appender, [refusal], { kind: "refused", ...by });
      return decision;
    }
    return { events: await append(transaction, appender, decision.events, { kind: "accepted", ...by }) };
  });
}
