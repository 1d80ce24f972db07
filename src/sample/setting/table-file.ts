import { readFileSync } from "node:fs";

/** Reads one of the sample's own tables: plain CSV with a header and no quotes. A column not there is a RangeError. */
export function tableFile(name: string): readonly ((column: string) => string)[] {
  const text = readFileSync(new URL(`../tables/${name}`, import.meta.url), "utf8");
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const columns = new Map(header.split(",").map((column, at) => [column, at]));
  return lines.map((line) => {
    const cells = line.split(",");
    if (cells.length !== columns.size) throw new RangeError(`${name} has a row of ${cells.length} cells: ${line}`);
    return (column) => cells[columns.get(column) ?? -1] ?? missing(name, column);
  });
}

/** A cell that holds a number, or nothing. */
export function numberIn(cell: string): number | undefined {
  return cell === "" ? undefined : Number(cell);
}

/** A cell that holds one of a few words, or nothing. */
export function oneOf<const W extends string>(words: readonly W[], cell: string): W | undefined {
  return words.find((word) => word === cell);
}

function missing(name: string, column: string): never {
  throw new RangeError(`${name} has no column ${column}`);
}
