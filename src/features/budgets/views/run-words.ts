import type { FinancialYear } from "#kernel/period.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { ChosenRun, RunStatus } from "../chosen-run.ts";

/** What a run is called: `version 2`, `draft april`. */
export function statusName(status: RunStatus): string {
  return status.kind === "issued" ? `version ${status.version.version}` : `draft ${status.draft.draft}`;
}

/** When and how a run came to be, for the end of a sentence. */
export function statusText(status: RunStatus): string {
  if (status.kind === "draft")
    return `by draft ${status.draft.draft} of ${dayText(status.draft.madeOn)}, which is not issued`;
  const { version, issuedOn, inForceFrom } = status.version;
  return `issued ${dayText(issuedOn)} (version ${version}), in force from ${dayText(inForceFrom)}`;
}

/** What a run belongs to: `West Fen PCT, 2008/09, version 2`. */
export function runTitle(name: string, year: FinancialYear, status: RunStatus): string {
  return `${name}, ${year}, ${statusName(status)}`;
}

/** The command line that shows the same figure. */
export function explainCommand({ key, status }: Pick<ChosenRun, "key" | "status">, address: string): string {
  const which = status.kind === "draft" ? `--draft ${status.draft.draft}` : `--version ${status.version.version}`;
  return `script/chilford budgets explain ${key.pct} ${key.year} ${address} ${which}`;
}
