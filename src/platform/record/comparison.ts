import { sql } from "kysely";
import type { Database } from "./event.ts";

export type TableFault =
  /** A row that differs: changed, or there on one side only. The key is of the primary key, else the whole row. */
  | {
      readonly kind: "read row differs";
      readonly table: string;
      readonly key: string;
      readonly how: "changed" | "not in the events" | "missing";
    }
  /** A table that the models do not make, or make and is not there, or with other columns. */
  | { readonly kind: "read table differs"; readonly table: string };

export interface Sides {
  readonly kept: string;
  readonly replayed: string;
}

interface TableShape {
  readonly name: string;
  readonly columns: string;
  readonly key: readonly string[];
}

/** Differences told for each table at most; one more row would tell no one anything new. */
const MOST = 100;

/** Compares all tables of two schemas by their content, whatever the order of rows. */
export async function compareTables(database: Database, sides: Sides): Promise<readonly TableFault[]> {
  const kept = await tablesIn(database, sides.kept);
  const replayed = await tablesIn(database, sides.replayed);
  const faults: TableFault[] = [];
  for (const name of [...new Set([...kept.keys(), ...replayed.keys()])].toSorted()) {
    const shape = replayed.get(name);
    if (shape === undefined || kept.get(name)?.columns !== shape.columns) {
      faults.push({ kind: "read table differs", table: name });
    } else {
      faults.push(...(await differingRows(database, sides, shape)));
    }
  }
  return faults;
}

async function tablesIn(database: Database, schema: string): Promise<ReadonlyMap<string, TableShape>> {
  const { rows } = await sql<TableShape>`
    SELECT class.relname AS name,
      (SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attname)
       FROM pg_attribute WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped) AS columns,
      ARRAY(SELECT attname::text FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
       WHERE indrelid = class.oid AND indisprimary ORDER BY attnum) AS key
    FROM pg_class AS class
    WHERE class.relnamespace = to_regnamespace(quote_ident(${schema})) AND class.relkind = 'r'`.execute(database);
  return new Map(rows.map((row) => [row.name, row]));
}

async function differingRows(
  database: Database,
  { kept, replayed }: Sides,
  { name, key }: TableShape,
): Promise<readonly TableFault[]> {
  const content = (schema: string) => sql`
    SELECT ${keyText(key)} AS key, to_jsonb(content)::text AS row FROM ${sql.id(schema, name)} AS content`;
  const { rows } = await sql<{ key: string; kept: boolean; replayed: boolean }>`
    WITH only_kept AS (${content(kept)} EXCEPT ALL ${content(replayed)}),
    only_replayed AS (${content(replayed)} EXCEPT ALL ${content(kept)})
    SELECT coalesce(only_kept.key, only_replayed.key) AS key,
      only_kept.row IS NOT NULL AS kept, only_replayed.row IS NOT NULL AS replayed
    FROM only_kept FULL JOIN only_replayed ON only_replayed.key = only_kept.key
    ORDER BY key LIMIT ${MOST}`.execute(database);
  return rows.map((row) => ({ kind: "read row differs", table: name, key: row.key, how: howOf(row) }));
}

function keyText(key: readonly string[]) {
  if (key.length === 0) return sql`to_jsonb(content)::text`;
  return sql`concat_ws(', ', ${sql.join(key.map((column) => sql.id("content", column)))})`;
}

function howOf({ kept, replayed }: { kept: boolean; replayed: boolean }) {
  if (kept && replayed) return "changed";
  return kept ? "not in the events" : "missing";
}
