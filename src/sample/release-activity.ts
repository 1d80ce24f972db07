import { type ReleaseBook, releaseRefusalWords, type Snapshots } from "#features/activity/index.ts";
import type { BudgetBook } from "#features/budgets/index.ts";
import { type Day, day, financialYear } from "#kernel/period.ts";

/** What a release is made in, and how it tells of its progress. */
export interface ReleaseFounding {
  readonly book: BudgetBook;
  readonly snapshots: Snapshots;
  readonly releases: ReleaseBook;
  readonly at: (on: Day) => Date;
  readonly tell: (what: string, done: number, of: number) => void;
}

const PCT = "5ZN";
const ON = day("2008-05-02");
const BY = {
  actor: "hari-marshharrier",
  authority: "PCT finance at 5ZN: A PCT releases its own activity, protected so that nobody can be found in it.",
};

/** Makes public the activity on which one PCT's budgets rest, so that the published pages show something. */
export async function releaseActivity({ book, snapshots, releases, at, tell }: ReleaseFounding): Promise<void> {
  tell(`Activity of ${PCT} released`, 1, 1);
  const { drafts } = await book.state({ pct: PCT, year: financialYear("2008/09") });
  const id = drafts.get("first")?.fingerprints.snapshot;
  const snapshot = id === undefined ? undefined : await snapshots.find(id, [PCT]);
  if (snapshot === undefined) throw new Error(`The budgets of ${PCT} rest on no snapshot`);
  if ((await releases.latest(PCT))?.snapshot === snapshot.id) return;
  const made = await releases.release(snapshot, { ...BY, at: at(ON), sight: [PCT] });
  if ("refused" in made) throw new Error(made.refused.map(releaseRefusalWords).join(" "));
}
