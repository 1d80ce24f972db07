import type { Columns } from "./column.ts";

/** What the files of a table hold. The engine reads these columns of them, by name, and no others. */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly columns: C;
}

/** Declares a table of Parquet files. */
export function table<const C extends Columns>(name: string, columns: C): Table<C> {
  return { name, columns };
}

/** Quotes a text for SQL. Only for what the product itself names: files, columns, settings. */
export function quoted(literal: string): string {
  return `'${literal.replaceAll("'", "''")}'`;
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The SQL of a relation with a table's columns over files; one without rows where there are no files. */
export function relation({ columns }: Table, files: readonly string[]): string {
  if (files.length === 0) {
    const empty = Object.entries(columns).map(([name, { sql }]) => `CAST(NULL AS ${sql}) AS ${identifier(name)}`);
    return `SELECT ${empty.join(", ")} WHERE false`;
  }
  const names = Object.keys(columns).map(identifier).join(", ");
  return `SELECT ${names} FROM read_parquet([${files.map(quoted).join(", ")}], hive_partitioning = false)`;
}
