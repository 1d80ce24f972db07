import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memberships, organisations } from "#features/organisations/index.ts";
import { EVERYWHERE } from "#platform/access/sight.ts";
import { type Columns, type Engine, model, openEngine, type Row, type Table } from "#platform/engine/index.ts";
import {
  type Lake,
  type LoadRequest,
  loadsReadModel,
  type Outcome,
  openLake,
  type Report,
} from "#platform/lake/index.ts";
import { testRecord } from "#platform/record/testing.ts";
import { activityDatasets } from "../activity-datasets.ts";

type More = Partial<LoadRequest>;

/** A lake of a test's own that knows a few invented organisations, to load activity into. */
export interface LoadingBench {
  readonly folder: string;
  readonly engine: Engine;
  readonly lake: Lake;
  /** Loads lines as a file, whatever may speak against it but for sums. */
  load(lines: readonly string[], more?: More): Promise<Outcome>;
  loadFile(file: string, more?: More): Promise<Outcome>;
  /** What a file of lines is found to hold. */
  report(lines: readonly string[], more?: More): Promise<Report>;
  /** What counts of a table. */
  rows<C extends Columns>(of: Table<C>): Promise<readonly Row<C>[]>;
  close(): Promise<void>;
}

/**
 * X81001 is in PCT 9A1 and from October 2008 in 9A2; X81002 closed at the end of June 2008; X81003 is in no PCT. RXA and
 * RXB are hospitals.
 */
export const ORGANISATIONS = [
  "code,name,kind,opened,closed,successor",
  "9A1,First PCT,pct,2000-04-01,,",
  "9A2,Second PCT,pct,2000-04-01,,",
  "X81001,Mill Lane,practice,1990-04-01,,",
  "X81002,Church Street,practice,1990-04-01,2008-06-30,X81001",
  "X81003,Old Wharf,practice,1990-04-01,,",
  "RXA,First Hospital,provider,1990-04-01,,",
  "RXB,Second Hospital,provider,1990-04-01,,",
];
export const MEMBERSHIPS = [
  "member,organisation,kind,from,until",
  "X81001,9A1,pct,2000-04-01,2008-09-30",
  "X81001,9A2,pct,2008-10-01,",
  "X81002,9A1,pct,2000-04-01,",
];

/** A file of organisations or memberships, by its path and layout. */
export type KnownFile = readonly [path: string, layout: string];

/** Opens a lake in a folder of its own; `known` are files of organisations and memberships, else the invented few. */
export async function openLoadingBench(known: readonly KnownFile[] = [], readable: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), "chilford-activity-"));
  const engine = await openEngine({ folders: [folder, ...readable], threads: 2 });
  const record = await testRecord([loadsReadModel]);
  const datasets = [organisations, memberships, ...activityDatasets];
  const lake = openLake({ engine, record, root: join(folder, "data"), key: join(folder, "key"), datasets });
  const request = (file: string, more: More): LoadRequest => ({
    ...{ file, status: "final", actor: "analyst", at: new Date("2009-05-01T09:00:00Z") },
    rejectedTo: join(folder, "rejected.csv"),
    ...more,
  });
  const written = (lines: readonly string[]): string => {
    const path = join(folder, "file.csv");
    writeFileSync(path, `${lines.join("\n")}\n`);
    return path;
  };
  const bench: LoadingBench = {
    ...{ folder, engine, lake },
    load: (lines, more = {}) => lake.load(request(written(lines), more)),
    loadFile: (file, more = {}) => lake.load(request(file, more)),
    report: async (lines, more = {}) => reportIn(await lake.check(request(written(lines), more))),
    rows: async (of) => {
      const all = model(new URL("all-rows.sql", import.meta.url), {
        reads: { loaded: of },
        takes: {},
        gives: of.columns,
      });
      return engine.query(all, {
        files: { loaded: await lake.files({ dataset: of.name, sight: EVERYWHERE }) },
        values: {},
      });
    },
    close: async () => {
      engine.close();
      await record.close();
      rmSync(folder, { recursive: true });
    },
  };
  for (const [file, layout] of known) reportIn(await bench.loadFile(file, { layout, batch: layout }));
  if (known.length === 0) for (const lines of [ORGANISATIONS, MEMBERSHIPS]) reportIn(await bench.load(lines));
  return bench;
}

/** The report of a file, or an error that says why there is none. */
export function reportIn(outcome: Outcome): Report {
  if (outcome.kind === "unchanged" || outcome.kind === "refused") throw new Error(JSON.stringify(outcome));
  return outcome.report;
}

/** The codes found in a file with how many rows each was found in. */
export function codesOf({ findings }: Report): Readonly<Record<string, number>> {
  return Object.fromEntries(findings.map(({ code, rows }) => [code, rows]));
}

/** The lines of the file of rejected rows that a bench wrote last. */
export function rejectedLines({ folder }: LoadingBench): readonly string[] {
  return readFileSync(join(folder, "rejected.csv"), "utf8").trimEnd().split("\n");
}
