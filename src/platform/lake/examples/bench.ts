import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EVERYWHERE } from "#platform/access/sight.ts";
import { type Engine, openEngine } from "#platform/engine/index.ts";
import type { Record } from "#platform/record/index.ts";
import { testRecord } from "#platform/record/testing.ts";
import { type FileQuery, type Lake, type LoadRequest, loadsReadModel, type Outcome, openLake } from "../index.ts";
import { payments, shops } from "./payments.ts";

type Lines = readonly string[] | Buffer;
type More = Partial<LoadRequest>;

/** A lake of a test's own, in which two shops are known. */
export interface Bench {
  readonly folder: string;
  readonly root: string;
  readonly engine: Engine;
  readonly record: Record;
  readonly lake: Lake;
  write(name: string, lines: Lines): string;
  request(name: string, more?: More): LoadRequest;
  load(name: string, lines: Lines, more?: More): Promise<Outcome>;
  check(name: string, lines: Lines, more?: More): Promise<Outcome>;
  /** The payments that count, as plain objects by the row they came from. */
  rows(query?: Partial<FileQuery>): Promise<readonly { readonly [column: string]: unknown }[]>;
  /** The bytes of lines as a Parquet file. */
  parquet(lines: readonly string[]): Promise<Buffer>;
  /** Whether any were published. */
  hasPayments(): Promise<boolean>;
  /** What scratch there is. */
  leftovers(): readonly string[];
  close(): Promise<void>;
}

/** Opens a lake in a folder of its own. */
export async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), "chilford-lake-"));
  const root = join(folder, "data");
  const engine = await openEngine({ folders: [folder], threads: 2 });
  const record = await testRecord([loadsReadModel]);
  const lake = openLake({ engine, record, root, key: join(folder, "key"), datasets: [shops, payments] });
  const write = (name: string, lines: Lines): string => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.isBuffer(lines) ? lines : `${lines.join("\n")}\n`);
    return path;
  };
  const request = (name: string, more: More = {}): LoadRequest => ({
    file: join(folder, name),
    status: "final",
    actor: "analyst",
    at: new Date("2008-05-01T09:00:00Z"),
    ...more,
  });
  const load: Bench["load"] = (name, lines, more) => {
    write(name, lines);
    return lake.load(request(name, more));
  };
  await load("shops.csv", ["shop,area,opened", "S01,east,2001-01-01", "S02,west,2005-06-01"]);
  return {
    ...{ folder, root, engine, record, lake, write, request, load },
    check: (name, lines, more) => {
      write(name, lines);
      return lake.check(request(name, more));
    },
    rows: async (query = {}) => read(engine, await lake.files({ dataset: "payment", sight: EVERYWHERE, ...query })),
    parquet: async (lines) => {
      const [from, to] = [write("source.csv", lines), join(folder, "copy.parquet")];
      await engine.within((connection) =>
        connection.run(`COPY (FROM read_csv('${from}')) TO '${to}' (FORMAT parquet)`),
      );
      return readFileSync(to);
    },
    hasPayments: async () => (await lake.loads({ sight: EVERYWHERE, dataset: "payment" })).length > 0,
    leftovers: () => readdirSync(join(root, "scratch")),
    close: async () => {
      engine.close();
      await record.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function read(engine: Engine, files: readonly string[]) {
  if (files.length === 0) return [];
  const list = files.map((file) => `'${file}'`).join(", ");
  const sql = `SELECT * REPLACE (CAST(paid_on AS VARCHAR) AS paid_on, CAST(age AS INTEGER) AS age,
    CAST(source_row AS INTEGER) AS source_row, CAST(amount_pence AS INTEGER) AS amount_pence)
    FROM read_parquet([${list}], hive_partitioning = false) ORDER BY source_row`;
  return engine.within(async (connection) => (await connection.runAndReadAll(sql)).getRowObjectsJS());
}
