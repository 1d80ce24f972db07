import type { Report } from "#platform/lake/index.ts";
import type { Tell } from "./child.ts";
import { loadOne, openBenchService } from "./load-standing.ts";
import type { MonthFile } from "./make-files.ts";
import { best, repeated, timed } from "./repeated.ts";

export interface LoadJob {
  readonly work: string;
  readonly files: readonly MonthFile[];
}

interface Loaded {
  readonly dataset: string;
  readonly seconds: number;
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
        const { value, seconds } = await timed(() => loadOne(service, { file: path, batch: `${sender}-${run}` }));
        if (value.kind !== "published") throw new Error(`${path} was loaded before`);
        loaded.push({ dataset, seconds, rows: value.report.rows });
      }
      return loaded;
    });
    return runs[0].map(({ dataset, rows }, at) => ({
      dataset,
      rows,
      seconds: best(runs, (run) => run[at]?.seconds ?? 0),
    }));
  } finally {
    await service.close();
  }
}
