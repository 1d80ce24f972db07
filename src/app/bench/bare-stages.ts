import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { copyUnchecked } from "#platform/lake/index.ts";
import type { CountryMonth } from "#sample/index.ts";
import type { MonthFile } from "./make-files.ts";
import { benchEngine, placesIn } from "./places.ts";
import { readAttendances, readEmergency, readSpells } from "./read-models.ts";
import { best, NO_TIME, repeated, type Time, timed } from "./repeated.ts";
import type { Tell } from "./tell.ts";

export interface ReadJob {
  readonly work: string;
  readonly months: readonly CountryMonth[];
}

/** Merely reads the columns that pricing reads, of all months. */
export async function readBare({ work, months }: ReadJob, tell: Tell) {
  const files = (kind: "spells" | "attendances" | "emergency") => months.flatMap((each) => each[kind]);
  const engine = await benchEngine(work);
  try {
    const runs = await repeated((run) => {
      tell(`Reading the year's columns and nothing else (time ${run + 1})`);
      return timed(async () => {
        const found = [
          await engine.query(readSpells, { files: { spells: files("spells") }, values: {} }),
          await engine.query(readAttendances, { files: { attendances: files("attendances") }, values: {} }),
          await engine.query(readEmergency, { files: { attendances: files("emergency") }, values: {} }),
        ];
        return found.flat().reduce((sum, { rows_read }) => sum + rows_read, 0);
      });
    });
    return { engine: engine.version, rows: runs[0].value, time: best(runs, (run) => run) };
  } finally {
    engine.close();
  }
}

export interface CopyJob {
  readonly work: string;
  readonly files: readonly MonthFile[];
}

/** Copies the files of a month to Parquet as the engine does it by itself. */
export async function copyMonth({ work, files }: CopyJob, tell: Tell) {
  const { copies } = placesIn(work);
  mkdirSync(copies, { recursive: true });
  const engine = await benchEngine(work);
  try {
    const runs = await repeated(async (run) => {
      tell(`Copying the month's files to Parquet, unchecked (time ${run + 1})`);
      const times: Time[] = [];
      for (const { path } of files) {
        times.push(await timed(() => copyUnchecked(engine, path, join(copies, `${basename(path)}.parquet`))));
      }
      return times;
    });
    return files.map(({ dataset }, at) => ({ dataset, time: best(runs, (run) => run[at] ?? NO_TIME) }));
  } finally {
    engine.close();
  }
}
