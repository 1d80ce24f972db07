import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { datasets } from "#app/datasets.ts";
import { directoryReader } from "#app/directory.ts";
import { openSnapshots } from "#features/activity/index.ts";
import { budgetsReadModel, openBudgetBook, openBudgetOffice } from "#features/budgets/index.ts";
import { loadRulebook, loadSources } from "#features/rulebook/index.ts";
import type { Day } from "#kernel/period.ts";
import { openEngine } from "#platform/engine/index.ts";
import { openContentStore } from "#platform/files/content-store.ts";
import { loadsReadModel, openLake } from "#platform/lake/index.ts";
import type { Record as PeoplesRecord } from "#platform/record/index.ts";
import { HERTFORDSHIRE_RULEBOOK, HERTFORDSHIRE_SOURCES } from "#sample/hertfordshire/rulebook.ts";

const project = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The folder of the public data, which lies beside the project unless it is said elsewhere. */
export const SHARED = resolve(process.env.CHILFORD_SHARED_DATA ?? project("../shared/data"));

/** Whether the public data is there. */
export const isThere = existsSync(join(SHARED, "ods-practices", "epraccur.csv"));

export const READ_MODELS = [loadsReadModel, budgetsReadModel];

/** The product over a record and a folder of its own, with the rules of the walk-through; nothing of it is stubbed. */
export async function openWorld(record: PeoplesRecord, root: string) {
  const folder = join(root, "in");
  const data = join(root, "data");
  const scratch = join(data, "scratch");
  for (const path of [folder, scratch, join(data, "lake"), join(data, "marts")]) mkdirSync(path, { recursive: true });
  const engine = await openEngine({
    folders: [root, SHARED],
    memory: "1GB",
    threads: 2,
    spill: scratch,
  });
  const rulebook = loadRulebook(
    [project("rulebook"), HERTFORDSHIRE_RULEBOOK],
    loadSources(project("docs/sources"), HERTFORDSHIRE_SOURCES),
  );
  const lake = openLake({ engine, record, root: data, key: join(root, "pseudonym.key"), datasets });
  const directory = directoryReader(engine, lake, rulebook);
  const snapshots = openSnapshots({ engine, lake, record, rulebook });
  const book = openBudgetBook(record, openContentStore(join(data, "files")));
  const office = openBudgetOffice({ engine, lake, rulebook, book, snapshots, directory });
  const at = (on: Day) => new Date(`${on}T09:00:00Z`);
  return { engine, record, rulebook, lake, directory, snapshots, book, office, shared: SHARED, folder, at };
}
