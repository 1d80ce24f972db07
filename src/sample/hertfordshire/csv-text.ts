import { readFileSync } from "node:fs";

/** A row of a file, asked for a column by its name; a column that is not there is a RangeError. */
export type CsvRow = (column: string) => string;

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** Reads a small public CSV file with a header row, quoted cells and commas in them. */
export function csvRows(path: string): readonly CsvRow[] {
  const [header = [], ...rows] = cellsIn(readFileSync(path, "utf8").replace(/^\uFEFF/, ""), path);
  const columns = new Map(header.map((column, at) => [column, at]));
  return rows.map((cells) => (column) => {
    const cell = cells[columns.get(column) ?? -1];
    if (cell === undefined) throw new RangeError(`${path} has no column ${column}`);
    return cell;
  });
}

function cellsIn(text: string, path: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (CELL.lastIndex = 0; CELL.lastIndex < text.length; ) {
    const at = CELL.lastIndex;
    const match = CELL.exec(text);
    if (match === null) throw new RangeError(`${path} is no CSV file at character ${at}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
