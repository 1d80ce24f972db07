import type { DuckDBConnection } from "@duckdb/node-api";
import type { Columns, Row } from "./column.ts";
import type { Reads } from "./model.ts";
import { identifier, relation } from "./table.ts";

/** The files behind each relation that a model reads. */
export type Files<R extends Reads> = { readonly [K in keyof R]: readonly string[] };

/** Names a model's relations on a connection: temporary views, which no other connection sees. */
export async function bindFiles<R extends Reads>(
  connection: DuckDBConnection,
  reads: R,
  files: Files<R>,
): Promise<void> {
  for (const [name, table] of Object.entries(reads)) {
    await connection.run(`CREATE OR REPLACE TEMP VIEW ${identifier(name)} AS ${relation(table, files[name] ?? [])}`);
  }
}

/** A model's parameters as the engine takes them. */
export function bound<T extends Columns>(takes: T, values: Row<T>) {
  const entries = Object.entries(takes);
  return {
    values: Object.fromEntries(entries.map(([name, column]) => [name, column.write(values[name])])),
    types: Object.fromEntries(entries.map(([name, column]) => [name, column.type])),
  };
}
