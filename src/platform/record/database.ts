import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database, RecordTables } from "./event.ts";

export interface ConnectionOptions {
  /** Connections kept at most. */
  readonly most: number;
  /** How the connections name themselves to others who look. */
  readonly name?: string;
  /** Told when an idle connection is lost; the next query makes a new one. */
  readonly onLost?: (error: Error) => void;
}

/**
 * A pool of connections as Kysely. Whole numbers come as numbers, days as `2008-04-01`, instants as ISO texts in UTC,
 * decimals as texts; unqualified tables are the read tables.
 */
export function connect(url: string, { most, name, onLost }: ConnectionOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    application_name: name ?? "record",
    options: "-c search_path=read -c timezone=UTC",
    types: { getTypeParser },
  });
  // Without listeners a lost connection would end the whole program: the pool listens to idle ones only, not to one that
  // is between two statements of a transaction, where the next statement fails anyway.
  pool.on("error", (error) => onLost?.(error));
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Kysely<RecordTables>({ dialect: new PostgresDialect({ pool }) });
}

type Parser = (text: string) => unknown;

const instant = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;

const PARSERS: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [pg.types.builtins.INT8, wholeNumber],
  [pg.types.builtins.DATE, String],
  [pg.types.builtins.TIMESTAMPTZ, (text) => instant(text).toISOString()],
]);

function getTypeParser(type: number, format?: "text" | "binary"): Parser {
  return (format === "binary" ? undefined : PARSERS.get(type)) ?? (pg.types.getTypeParser(type, "text") as Parser);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large to be handled exactly`);
  return number;
}
