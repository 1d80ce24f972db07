import type { Report } from "#platform/lake/index.ts";
import { loadOne, openBenchService } from "./load-standing.ts";
import type { MonthFile } from "./make-files.ts";
import { best, NO_TIME, repeated, type Time, timed } from "./repeated.ts";
import type { Tell } from "./tell.ts";

export interface LoadJob {
  readonly work: string;
  readonly files: readonly MonthFile[];
}

interface Loaded {
  readonly dataset: string;
  readonly time: Time;
  readonly rows: Report["rows"];
}

/** Loads the files of a month with all checks. A batch is loaded once, so that each time counts as another sender's. */
export async function loadMonth({ work, files }: LoadJob, tell: Tell) {
  const service = await openBenchService(work);
  const sender = process.pid;
  try {
    const runs = await repeated(async (run) => {
      const loaded: Loaded[] = [];
      for (const { dataset, path } of files) {
        tell(`Loading the month's file of ${dataset} with all checks (time ${run + 1})`);
        const { value, ...time } = await timed(() => loadOne(service, { file: path, batch: `${sender}-${run}` }));
        if (value.kind !== "published") throw new Error(`${path} was loaded before`);
        loaded.push({ dataset, time, rows: value.report.rows });
      }
      return loaded;
    });
    return runs[0].map(({ dataset, rows }, at) => ({
      dataset,
      rows,
      time: best(runs, (run) => run[at]?.time ?? NO_TIME),
    }));
  } finally {
    await service.close();
  }
}
