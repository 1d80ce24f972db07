import type { BudgetBook } from "../budget-book.ts";
import type { ChosenRun, RunStatus } from "../chosen-run.ts";
import { pctPath } from "../views/addresses.ts";
import { changesBetween } from "../views/changes.ts";
import type { RunListed } from "../views/pct-tables.ts";
import type { Frame } from "./frame.ts";

/** How many versions and drafts are compared; each comparison reads two runs. */
const COMPARED = 6;

/** A run in the list, with the run it follows: the version before, or for a draft the version in force. */
interface Listed {
  readonly hash: string;
  readonly status: RunStatus;
  readonly follows?: { readonly hash: string; readonly token: string };
}

/** Issued versions and, for those who may see them, drafts: the latest first, each with what it changed. */
export async function listedRuns(book: BudgetBook, frame: Frame): Promise<readonly RunListed[]> {
  const { key, seesDrafts, may, pctSubject } = frame;
  const mayIssue = may("budgets.issue", pctSubject);
  const mayCompare = may("budgets.view", pctSubject);
  const all = await runsOf(book, frame);
  return all.map(({ hash, status, follows }, index): RunListed => {
    const { position } = book.run(hash);
    const compares = mayCompare && follows !== undefined && index < COMPARED;
    return {
      chosen: { key, status },
      budgets: position.budgets,
      held: position.held,
      ...(seesDrafts && { by: status.kind === "draft" ? status.draft.madeBy : status.version.issuedBy }),
      ...(compares && {
        changes: changesBetween(book.run(follows.hash), book.run(hash)),
        changesHref: pctPath(key.pct, key.year, "changes", { from: follows.token, to: tokenOf(status) }),
      }),
      ...(status.kind === "draft" &&
        seesDrafts &&
        mayIssue && { issueHref: pctPath(key.pct, key.year, `issue/${encodeURIComponent(status.draft.draft)}`) }),
    };
  });
}

async function runsOf(book: BudgetBook, { key, seesDrafts }: Frame): Promise<readonly Listed[]> {
  const versions = await book.versions(key);
  const [latest] = versions;
  const follows = latest && { hash: latest.resultHash, token: String(latest.version) };
  const issued = new Set(versions.map(({ draft }) => draft));
  const waiting = seesDrafts ? (await book.drafts(key)).filter(({ draft }) => !issued.has(draft)) : [];
  const drafts = waiting.map(
    (draft): Listed => ({ hash: draft.resultHash, status: { kind: "draft", draft }, ...(follows && { follows }) }),
  );
  const numbered = versions.map((version, index): Listed => {
    const before = versions[index + 1];
    return {
      hash: version.resultHash,
      status: { kind: "issued", version, isLatest: index === 0 },
      ...(before && { follows: { hash: before.resultHash, token: String(before.version) } }),
    };
  });
  return [...drafts, ...numbered];
}

/** What stands for a run in the query of a comparison: a version's number, or a draft's name after a tilde. */
export function tokenOf(status: ChosenRun["status"]): string {
  return status.kind === "draft" ? `~${status.draft.draft}` : String(status.version.version);
}

/** Reads such a token. */
export function askedBy(token: string): { readonly version: string } | { readonly draft: string } {
  return token.startsWith("~") ? { draft: token.slice(1) } : { version: token };
}
