import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Columns } from "./column.ts";
import type { Table } from "./table.ts";

/** The tables a model reads, by the names its SQL gives them. */
export type Reads = Readonly<Record<string, Table>>;

/** A SELECT in a `.sql` file with what it reads, takes and gives. Being a table itself, another model can read it. */
export interface Model<R extends Reads = Reads, T extends Columns = Columns, G extends Columns = Columns>
  extends Table<G> {
  readonly sql: string;
  readonly reads: R;
  readonly takes: T;
}

/** Declares the model in a `.sql` file; it is named for the file. The declaration is compared with the SQL by `check`. */
export function model<const R extends Reads, const T extends Columns, const G extends Columns>(
  file: URL,
  declared: { readonly reads: R; readonly takes: T; readonly gives: G },
): Model<R, T, G> {
  const path = fileURLToPath(file);
  return {
    name: basename(path, ".sql"),
    sql: readFileSync(path, "utf8").trim().replace(/;$/, ""),
    reads: declared.reads,
    takes: declared.takes,
    columns: declared.gives,
  };
}
