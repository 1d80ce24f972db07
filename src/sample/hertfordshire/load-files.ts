import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { loadRefusalWords } from "#platform/lake/index.ts";
import type { HertfordshireFounding } from "./founding.ts";
import { FINANCE } from "./people.ts";
import { DAYS, HERTFORDSHIRE_BATCH } from "./walk-through.ts";

/** A file to load and what must be said of it. */
export interface FileToLoad {
  readonly path: string;
  /** Whose part it is: files of one dataset and batch take each other's place, so each has its own. */
  readonly batch: string;
  readonly layout?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly standIn?: string;
  readonly madeUp?: boolean;
}

/** Loads files one after another as anybody's are loaded; rejected rows go to the work folder. */
export async function loadFiles(founding: HertfordshireFounding, files: readonly FileToLoad[]): Promise<void> {
  const { lake, folder, at, tell } = founding;
  const rejected = join(folder, "rejected");
  mkdirSync(rejected, { recursive: true });
  for (const [done, { path, batch, ...said }] of files.entries()) {
    tell(`Loading ${basename(path)}`, done + 1, files.length);
    const outcome = await lake.load({
      ...said,
      file: path,
      status: "final",
      batch: `${HERTFORDSHIRE_BATCH} ${batch}`,
      rejectedTo: join(rejected, `${batch.replaceAll(/[ /]/g, "-")}-${basename(path)}`),
      actor: FINANCE,
      at: at(DAYS.loaded),
    });
    if (outcome.kind === "refused") throw new Error(`${path}: ${outcome.refused.map(loadRefusalWords).join(" ")}`);
  }
}
