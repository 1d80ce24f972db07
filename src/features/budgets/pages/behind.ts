import type { Explanation, Origin } from "#kernel/explanation.ts";
import type { Link } from "#platform/web/outcome.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetRun } from "../rules/budget-run.ts";
import type { Reader } from "../wiring.ts";

/** The kinds of origin that lead from a practice's budget to what is behind it; the app knows where they are shown. */
const BEHIND_PRACTICE = ["practice-activity", "unpriced-activity", "data-quality"] as const;

/** The pages behind a practice's budget that the reader may open: its activity, what of it was not priced, and the quality of the data. */
export async function behindPractice(
  { originLink }: Pick<BudgetsDesk, "originLink">,
  reader: Reader,
  run: BudgetRun,
  practice: string,
): Promise<readonly Link[]> {
  const [from, until] = [run.months.at(0), run.months.at(-1)];
  if (from === undefined || until === undefined) return [];
  const snapshot = snapshotIn(run, practice);
  const keys = {
    practice,
    pct: run.pct.code,
    year: run.year,
    from,
    until,
    ...(snapshot !== undefined && { snapshot }),
  };
  const linkOf = originLink(reader);
  const links = await Promise.all(BEHIND_PRACTICE.map((kind) => linkOf({ kind, keys })));
  return links.filter((link) => link !== undefined);
}

/** The snapshot of the activity that the practice's budget rests on. */
function snapshotIn({ practices }: BudgetRun, practice: string): string | undefined {
  const figures = practices.find(({ code }) => code === practice)?.figures ?? [];
  return originsIn(figures).find(({ kind, keys }) => kind === "activity" && keys.snapshot !== undefined)?.keys.snapshot;
}

function originsIn(figures: readonly Explanation[]): readonly Origin[] {
  return figures.flatMap(({ origin, inputs }) => [...(origin ? [origin] : []), ...originsIn(inputs)]);
}
