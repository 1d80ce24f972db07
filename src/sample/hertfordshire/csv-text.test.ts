import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvRows } from "./csv-text.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chilford-csv-text-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function rowsOf(text: string) {
  const path = join(folder, "public.csv");
  writeFileSync(path, text);
  return csvRows(path);
}

test("a quoted cell may hold commas, quotes and line ends, and a byte-order mark is no part of the first column", () => {
  const rows = rowsOf('\uFEFFcode,name\r\nA,"Minor, ""small"",\nprocedures"\r\nB,\r\n');
  expect(rows.map((cell) => [cell("code"), cell("name")])).toEqual([
    ["A", 'Minor, "small",\nprocedures'],
    ["B", ""],
  ]);
});

test("a last line without an end is a row too", () => {
  expect(rowsOf("code,name\nA,one").map((cell) => cell("name"))).toEqual(["one"]);
});

test("a column that is not there is named with its file", () => {
  const [row] = rowsOf("code\nA\n");
  expect(() => row?.("price")).toThrow(/public\.csv has no column price/);
});

test("a quote in the middle of a cell is no CSV, and it is said where", () => {
  expect(() => rowsOf('code\nA"B\n')).toThrow(/is no CSV file at character 5/);
});
