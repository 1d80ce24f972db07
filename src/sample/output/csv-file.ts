import { createHash, type Hash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** A file that was written, with what its sender would state about it. */
export interface WrittenFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** The column added up as a check, and its sum; counts and code numbers add up as they are. */
  readonly checked?: { readonly column: string; readonly sum: number };
}

/** A CSV file being written, a row at a time. */
export interface CsvFile<C extends string> {
  write(row: Readonly<Record<C, string | number>>): void;
  close(): WrittenFile;
}

const CHUNK = 1 << 20;

/**
 * Opens a CSV file with a header row. Nothing is quoted, since nothing the sample writes holds a comma. A checked column
 * is added up in hundredths, so that money adds up exactly.
 */
export function csvFile<C extends string>(
  folder: string,
  path: string,
  columns: readonly C[],
  checked?: NoInfer<C>,
): CsvFile<C> {
  const to = sink(folder, path);
  let [text, rows, hundredths] = [`${columns.join(",")}\n`, 0, 0];
  return {
    write(row) {
      let line = "";
      for (const column of columns) line += `${line === "" ? "" : ","}${row[column]}`;
      text += `${line}\n`;
      rows += 1;
      if (checked !== undefined) hundredths += Math.round(Number(row[checked]) * 100) || 0;
      if (text.length > CHUNK) {
        to.write(text);
        text = "";
      }
    },
    close() {
      to.write(text);
      const sum = hundredths / 100;
      return { path, rows, ...to.close(), ...(checked !== undefined && { checked: { column: checked, sum } }) };
    },
  };
}

/** Writes a whole text. */
export function textFile(folder: string, path: string, text: string): WrittenFile {
  const to = sink(folder, path);
  to.write(text);
  return { path, rows: text.split("\n").length - 1, ...to.close() };
}

function sink(folder: string, path: string) {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  const file = openSync(full, "w");
  const hash: Hash = createHash("sha256");
  let bytes = 0;
  return {
    write(text: string) {
      const chunk = Buffer.from(text);
      for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
      hash.update(chunk);
      bytes += chunk.length;
    },
    close() {
      closeSync(file);
      return { bytes, sha256: hash.digest("hex") };
    },
  };
}
