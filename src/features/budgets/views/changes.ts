import type { BudgetRun, PctLine } from "../rules/budget-run.ts";

/** A practice whose budget two runs give differently; nothing where one of them does not have it. */
export interface PracticeChange {
  readonly code: string;
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

export interface LineChange {
  readonly line: string;
  readonly label: string;
  readonly before: PctLine | undefined;
  readonly after: PctLine | undefined;
}

/** What one run has otherwise than another. */
export interface Changes {
  readonly practices: readonly PracticeChange[];
  readonly lines: readonly LineChange[];
  readonly budgets: number;
  readonly held: number;
}

/** What changed from one run to the next; empty where every budget and line is the same. */
export function changesBetween(before: BudgetRun, after: BudgetRun): Changes {
  const [old, now] = [before, after].map((run) => new Map(run.practices.map((each) => [each.code, each])));
  const codes = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].toSorted();
  const practices = codes.map((code) => {
    const [was, is] = [old?.get(code), now?.get(code)];
    return { code, name: (is ?? was)?.name ?? code, before: was?.budget ?? null, after: is?.budget ?? null };
  });
  return {
    practices: practices.filter((each) => each.before !== each.after),
    lines: changedLines(before.position.lines, after.position.lines),
    budgets: after.position.budgets - before.position.budgets,
    held: after.position.held - before.position.held,
  };
}

function changedLines(before: readonly PctLine[], after: readonly PctLine[]): readonly LineChange[] {
  const ids = [...new Set([...after, ...before].map(({ line }) => line))];
  return ids
    .map((line) => {
      const [was, is] = [before, after].map((lines) => lines.find((each) => each.line === line));
      return { line, label: (is ?? was)?.label ?? line, before: was, after: is };
    })
    .filter(({ before: was, after: is }) => was?.practices !== is?.practices || was?.held !== is?.held);
}
