import { mkdirSync } from "node:fs";
import type { HertfordshireFounding } from "./founding.ts";
import { loadFiles } from "./load-files.ts";
import { writeCare } from "./made/write-care.ts";
import { baselines } from "./money/baseline.ts";
import { writeBudgetsBefore, writeEnvelope } from "./money/envelope.ts";
import { writePrescribing } from "./money/prescribing.ts";
import { writeContinuation, writePlainDirectory } from "./plain-directory.ts";
import { listedPractices } from "./practices.ts";
import { artificialFiles, directoryFiles, standingFiles } from "./public-files.ts";
import { takeThroughBudgets } from "./take-through-budgets.ts";

/**
 * Takes Hertfordshire as at 1 October 2012 through its budgets of 2013/14: loads the public files as they lie, makes what
 * no public file has (hospital care to the PCT's real monthly totals, prescribing, money), loads that too, and states,
 * drafts and issues. Founding that was broken off can be gone on with.
 */
export async function foundHertfordshire(founding: HertfordshireFounding): Promise<void> {
  const { shared, folder } = founding;
  mkdirSync(folder, { recursive: true });
  await loadFiles(founding, [...writePlainDirectory(folder), ...directoryFiles(shared), ...standingFiles(shared)]);
  const practices = await listedPractices(founding);
  await loadFiles(founding, [writeContinuation(folder, practices), ...artificialFiles(shared)]);
  await loadFiles(founding, await writeCare(founding, practices));
  const { file, spend } = writePrescribing(founding, practices);
  await loadFiles(founding, [file]);
  const ground = { practices, spend, baselines: await baselines(founding) };
  await loadFiles(founding, [writeEnvelope(founding, ground), writeBudgetsBefore(founding, ground)]);
  await takeThroughBudgets(founding);
}
