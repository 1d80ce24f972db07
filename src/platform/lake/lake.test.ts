import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Engine, openEngine } from "#platform/engine/index.ts";
import type { Record } from "#platform/record/record.ts";
import { testRecord } from "#platform/record/testing.ts";
import { payments, shops } from "./examples/payments.ts";
import { type Lake, type LoadRequest, loadsReadModel, type Outcome, openLake } from "./index.ts";

const HEADER = "number,shop,person,born,postcode,paid_on,amount";
/** Numbers of the range kept for tests, with a good last digit. */
const [ANNA, BERT] = ["9990000018", "9990000026"];

let folder: string;
let engine: Engine;
let record: Record;
let lake: Lake;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "chilford-lake-"));
  engine = await openEngine({ folders: [folder], threads: 2 });
  record = await testRecord([loadsReadModel]);
  lake = openLake({
    engine,
    record,
    root: join(folder, "data"),
    key: join(folder, "key"),
    datasets: [shops, payments],
  });
  await load("shops.csv", ["shop,area,opened", "S01,east,2001-01-01", "S02,west,2005-06-01"]);
});
afterEach(async () => {
  engine.close();
  await record.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, lines: readonly string[] | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, Buffer.isBuffer(lines) ? lines : `${lines.join("\n")}\n`);
  return path;
}

function request(file: string, more: Partial<LoadRequest> = {}): LoadRequest {
  return { file, status: "final", actor: "analyst", at: new Date("2008-05-01T09:00:00Z"), ...more };
}

function load(name: string, lines: readonly string[] | Buffer, more: Partial<LoadRequest> = {}): Promise<Outcome> {
  return lake.load(request(write(name, lines), more));
}

async function rows(query: Partial<Parameters<Lake["files"]>[0]> = {}) {
  const files = await lake.files({ dataset: "payment", ...query });
  if (files.length === 0) return [];
  return engine.within(async (connection) => {
    const list = files.map((file) => `'${file}'`).join(", ");
    const answer = await connection.runAndReadAll(`SELECT * FROM read_parquet([${list}]) ORDER BY source_row`);
    return answer.getRowObjectsJson();
  });
}

describe("a file of sound rows", () => {
  test("is published with its values typed", async () => {
    const outcome = await load("april.csv", [HEADER, `1,S01,${ANNA},1950-04-02,AL7 1BW,2008-04-01,12.5`]);
    expect(outcome).toMatchObject({
      kind: "published",
      report: { rows: { read: 1, accepted: 1, flagged: 0, rejected: 0 } },
    });
    expect(await rows()).toEqual([
      expect.objectContaining({
        month: "2008-04",
        area: "east",
        number: "1",
        age: "57",
        district: "AL7",
        paid_on: "2008-04-01",
        amount_pence: "1250",
        flags: "",
        source_row: "2",
      }),
    ]);
  });
});
