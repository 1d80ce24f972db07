import { type Columns, type Table, whole } from "#platform/engine/index.ts";

/** What a shaping gives: a table's columns and where each row comes from, without what the lake adds itself. */
export function shapedColumns({ columns }: Table<Columns>): Columns {
  return withSource(columns, ["load", "flags"]);
}

/** The same for a shaping that makes one row of several and so gathers their marks itself. */
export function shapedColumnsWithFlags({ columns }: Table<Columns>): Columns {
  return withSource(columns, ["load"]);
}

function withSource(columns: Columns, without: readonly string[]): Columns {
  const kept = Object.entries(columns).filter(([name]) => !without.includes(name));
  const source = "source_row" in columns ? [] : [["source_row", whole] as const];
  return Object.fromEntries([...source, ...kept]);
}
