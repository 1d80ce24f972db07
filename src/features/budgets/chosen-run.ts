import type { FinancialYear } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { BudgetBook, BudgetKey, DraftListed, IssuedVersion } from "./budget-book.ts";
import type { BudgetRun } from "./rules/budget-run.ts";

/** Whether a run was issued or is a draft still. */
export type RunStatus =
  | { readonly kind: "issued"; readonly version: IssuedVersion; readonly isLatest: boolean }
  | { readonly kind: "draft"; readonly draft: DraftListed };

/** A run of a PCT and year, chosen to be shown. */
export interface ChosenRun {
  readonly key: BudgetKey;
  readonly hash: string;
  readonly run: BudgetRun;
  readonly status: RunStatus;
}

/** Which run is asked for: a version by its number, a draft by its name, else whatever there is. */
export interface AskedRun {
  readonly version?: string | undefined;
  readonly draft?: string | undefined;
}

/**
 * The run asked for, else the latest version, else the latest draft; nothing where there is none. Who may not see drafts is
 * told that there is no such draft. Throws NotFound for a version or draft that is not there.
 */
export async function chosenRun(
  book: BudgetBook,
  key: BudgetKey,
  asked: AskedRun,
  seesDrafts: boolean,
): Promise<ChosenRun | undefined> {
  const versions = await book.versions(key);
  const drafts = seesDrafts ? await book.drafts(key) : [];
  const status = statusAsked(key, asked, versions, drafts);
  if (status === undefined) return undefined;
  const hash = status.kind === "issued" ? status.version.resultHash : status.draft.resultHash;
  return { key, hash, run: book.run(hash), status };
}

/** The run of a hash, where a version or a draft of the PCT and year has it. */
export async function runOfHash(
  book: BudgetBook,
  key: BudgetKey,
  hash: string,
  seesDrafts: boolean,
): Promise<ChosenRun | undefined> {
  const versions = await book.versions(key);
  const version = versions.find(({ resultHash }) => resultHash === hash);
  if (version !== undefined) return { key, hash, run: book.run(hash), status: issued(version, versions) };
  const drafts = seesDrafts ? await book.drafts(key) : [];
  const draft = drafts.find(({ resultHash }) => resultHash === hash);
  return draft && { key, hash, run: book.run(hash), status: { kind: "draft", draft } };
}

/** The latest year with something to show; nothing where there is none yet. */
export async function latestYear(
  book: BudgetBook,
  pct: string,
  seesDrafts: boolean,
): Promise<FinancialYear | undefined> {
  const [latest] = await shownYears(book, pct, seesDrafts);
  return latest;
}

/** The years of a PCT with something to show, the latest first: all on record, or those issued. */
export function shownYears(book: BudgetBook, pct: string, seesDrafts: boolean): Promise<readonly FinancialYear[]> {
  return book.years(pct, seesDrafts ? "all" : "issued");
}

function statusAsked(
  { pct, year }: BudgetKey,
  { version, draft }: AskedRun,
  versions: readonly IssuedVersion[],
  drafts: readonly DraftListed[],
): RunStatus | undefined {
  if (draft !== undefined) {
    const found = drafts.find((each) => each.draft === draft);
    if (found === undefined) throw new NotFound(`There is no draft ${draft} of ${pct} for ${year} that you may see.`);
    return { kind: "draft", draft: found };
  }
  if (version !== undefined) {
    const found = versions.find((each) => String(each.version) === version);
    if (found === undefined) throw new NotFound(`No version ${version} of ${pct} for ${year} was issued.`);
    return issued(found, versions);
  }
  const [latest] = versions;
  if (latest !== undefined) return issued(latest, versions);
  const [newest] = drafts;
  return newest && { kind: "draft", draft: newest };
}

function issued(version: IssuedVersion, versions: readonly IssuedVersion[]): RunStatus {
  return { kind: "issued", version, isLatest: version === versions[0] };
}

/** What names a run in the query of an address: the version, or the draft. */
export function runQuery({ status }: Pick<ChosenRun, "status">): {
  readonly version?: string;
  readonly draft?: string;
} {
  if (status.kind === "draft") return { draft: status.draft.draft };
  return status.isLatest ? {} : { version: String(status.version.version) };
}
