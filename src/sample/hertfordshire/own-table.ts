import { fileURLToPath } from "node:url";
import { type CsvRow, csvRows } from "./csv-text.ts";

/** Reads one of the walk-through's own tables: what it makes up and does not work out. */
export function ownTable(name: string): readonly CsvRow[] {
  return csvRows(fileURLToPath(new URL(`tables/${name}`, import.meta.url)));
}
