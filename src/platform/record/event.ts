import { createHash } from "node:crypto";
import type { ColumnType, Kysely } from "kysely";
import type { Json } from "./json.ts";

/** A fact to be recorded: what happened (`type`) to what (`stream`, such as `budget/5QV/2008-09`), and its details. */
export interface NewEvent {
  readonly stream: string;
  readonly type: string;
  readonly data: Json;
}

/** An event as the record holds it, its data brought to the newest schema of its type. */
export interface RecordedEvent extends NewEvent {
  /** Its number among all events, from 1 without gaps. */
  readonly seq: number;
  readonly id: string;
  /** Its number within its stream, from 1 without gaps; refusals count. */
  readonly version: number;
  readonly schema: number;
  readonly kind: "accepted" | "refused";
  readonly actor: string;
  /** The post and the rule by which the actor might act; absent where nobody's permission was asked. */
  readonly authority?: string;
  /** The instant as an ISO text in UTC. */
  readonly at: string;
  readonly hash: string;
}

/** Who acts, when, and on what authority: their post and the rule that allowed it. */
export interface Authorship {
  readonly actor: string;
  readonly at: Date;
  readonly authority?: string;
}

/** Tables that follow from the events alone, and how each event changes them. */
export interface ReadModel {
  readonly name: string;
  /** DDL with unqualified names. No sequences, clocks or chance: replaying must give the same rows. */
  readonly tables: string;
  /** Whether it takes up refusals too; otherwise it sees what was accepted only. */
  readonly takesRefusals?: true;
  // biome-ignore lint/suspicious/noExplicitAny: each feature types its own tables; the record does not know them
  apply(db: Kysely<any>, event: RecordedEvent): Promise<void>;
}

/** A row of `record.events`. */
export interface EventRow {
  readonly seq: number;
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly kind: "accepted" | "refused";
  readonly actor: string;
  readonly authority: string | null;
  readonly at: string;
  readonly body: string;
  readonly previous: string;
  readonly hash: string;
}

/** A column that the database fills in. */
type Filled<T> = ColumnType<T, never, never>;

type EventTable = {
  readonly [Name in keyof EventRow]: Name extends "seq" | "version" | "previous" | "hash"
    ? Filled<EventRow[Name]>
    : EventRow[Name];
};

/** The record's own tables. */
export interface RecordTables {
  readonly "record.events": EventTable;
  readonly "record.head": { readonly seq: number; readonly hash: string };
  readonly "record.texts": { readonly hash: string; readonly salt: string; readonly body: string };
  readonly "record.migrations": {
    readonly number: number;
    readonly name: string;
    readonly hash: string;
    readonly at: string;
  };
  readonly "record.read_models": { readonly name: string; readonly fingerprint: string };
}

/** Connections to a database that holds a record. */
export type Database = Kysely<RecordTables>;

/** What the first event follows. */
export const BEGINNING = "0".repeat(64);

/** The hash an event should have. Made a second time here so that the database's own sums are checked, not believed. */
export function hashOf(row: EventRow): string {
  const { previous, seq, id, stream, version, type, schema, kind, actor, at, body, authority } = row;
  const lines = [previous, seq, id, stream, version, type, schema, kind, actor, at, body];
  if (authority !== null) lines.push(authority);
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
