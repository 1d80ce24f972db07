import type { DuckDBConnection } from "@duckdb/node-api";
import type { Columns, Row } from "./column.ts";
import { identifier, quoted, type Table } from "./table.ts";

/** Writes rows to a Parquet file with a table's columns, in the order given: for small tables and for examples. */
export async function writeRows<C extends Columns>(
  connection: DuckDBConnection,
  { columns }: Table<C>,
  rows: Iterable<Row<C>>,
  path: string,
): Promise<void> {
  const entries = Object.entries(columns);
  const kept = entries.map(([name, { sql }]) => `${identifier(name)} ${sql}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE written_rows (${kept.join(", ")})`);
  const appender = await connection.createAppender("written_rows", "main", "temp");
  for (const row of rows) {
    for (const [name, column] of entries) appender.appendValue(column.write(row[name as keyof C]), column.type);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`COPY written_rows TO ${quoted(path)} (FORMAT parquet)`);
  await connection.run("DROP TABLE written_rows");
}
