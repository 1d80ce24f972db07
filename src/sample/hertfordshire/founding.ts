import type { Snapshots } from "#features/activity/index.ts";
import type { BudgetBook, BudgetOffice } from "#features/budgets/index.ts";
import type { Directory } from "#features/organisations/index.ts";
import type { Rulebook } from "#features/rulebook/index.ts";
import type { Day } from "#kernel/period.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";

/** What the walk-through is taken in, and how it tells of its progress. The rulebook holds what the walk-through adds to it. */
export interface HertfordshireFounding {
  readonly engine: Engine;
  readonly lake: Lake;
  readonly rulebook: Rulebook;
  readonly directory: () => Promise<Directory>;
  readonly snapshots: Snapshots;
  readonly book: BudgetBook;
  readonly office: BudgetOffice;
  /** The folder of the public data, which the engine may read; nothing is written there. */
  readonly shared: string;
  /** A folder for what is made and for rejected rows, which the engine may read. */
  readonly folder: string;
  readonly seed: number;
  /** The instant at which something happens on a day. */
  readonly at: (on: Day) => Date;
  readonly tell: (what: string, done: number, of: number) => void;
}
