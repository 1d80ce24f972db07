import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { openEngine } from "#platform/engine/index.ts";
import { EXAMPLE_MEASUREMENTS } from "./examples/example-measurements.ts";
import { figuresOf } from "./figures.ts";
import { readAttendances, readEmergency, readSpells } from "./read-models.ts";

const PROJECT = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "chilford-bench-test-"));
// For root the database runs under another account, which must come through.
chmodSync(folder, 0o711);
afterAll(() => rmSync(folder, { recursive: true }));

const bench = (...words: readonly string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", "src/app/bench.ts", ...words], { cwd: PROJECT });

test("a small county is made, measured and removed, and its table has every figure", async () => {
  const { stdout, stderr } = await bench("county", "--scale", "0.02", "--months", "2", "--folder", folder);
  const rows = stdout
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const names = figuresOf(EXAMPLE_MEASUREMENTS).map(({ figure }) => figure.replace(/[\d,]+/g, "N"));
  expect(rows.slice(2).map(([, figure = ""]) => figure.replace(/[\d,]+/g, "N"))).toEqual(names);
  for (const [, , measured, limit, verdict] of rows.slice(2)) {
    expect(measured).toMatch(/\d/);
    expect(measured).not.toMatch(/NaN|Infinity/);
    if (limit !== "") expect(verdict).toMatch(/^(reached|missed by )/);
  }
  expect(stderr).toMatch(/needs \d+\.\d GB of disk and has \d+\.\d GB free/);
  expect(readdirSync(folder)).toEqual([]);
}, 300_000);

test.each([
  [["scotland"], "Say which size: england or county."],
  [["england", "--months", "13"], "--months takes a whole number from 1 to 12."],
  [["county", "--speed", "9"], "Unknown option '--speed'"],
])("%j is refused with what to do", async (words, message) => {
  await expect(bench(...words)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
});

test("a limit is reached or says by how much it is missed", () => {
  const verdicts = new Map(figuresOf(EXAMPLE_MEASUREMENTS).map(({ figure, verdict }) => [figure, verdict]));
  expect(verdicts.get("Marts against merely reading")).toBe("missed by 2.00 times (33.3%)");
  expect(verdicts.get("One new month against a year")).toBe("reached");
  expect(verdicts.get("Peak memory, loading")).toBe("missed by 0.50 GB (25.0%)");
  expect(verdicts.get("Loading against DuckDB's own copy")).toBe("reached");
});

test("what merely reads reads what its declaration says", async () => {
  const engine = await openEngine({ folders: [folder] });
  const found = await Promise.all([readSpells, readAttendances, readEmergency].map((each) => engine.check(each)));
  expect(found.flat()).toEqual([]);
  engine.close();
});
