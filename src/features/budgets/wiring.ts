import type { Directory } from "#features/organisations/index.ts";
import type { Rulebook } from "#features/rulebook/index.ts";
import type { Refusal } from "#kernel/decision.ts";
import type { Origin } from "#kernel/explanation.ts";
import type { Day } from "#kernel/period.ts";
import type { Subject } from "#platform/access/person.ts";
import type { Sight } from "#platform/access/sight.ts";
import type { Authorship } from "#platform/record/index.ts";
import type { Link } from "#platform/web/outcome.ts";
import type { BudgetBook, BudgetKey } from "./budget-book.ts";
import type { BudgetRefusal } from "./refusals.ts";
import type { BudgetRun } from "./rules/budget-run.ts";
import type { DraftMade } from "./rules/record/budget-events.ts";

type Refused = { readonly refused: readonly [Refusal<BudgetRefusal>, ...Refusal<BudgetRefusal>[]] };

/** What a draft leads to: the draft on record with its run, or why there can be none. */
export type Drafted = Refused | { readonly draft: DraftMade; readonly run: BudgetRun };

/** Who has budgets worked out, and whose files they may be given. */
export interface Working extends Authorship {
  readonly sight: Sight;
}

/** Who asks for a draft, and the day it is dated. */
export interface Drafting extends Working {
  readonly on: Day;
}

/** Told how many of the marts behind a run are made. */
export type OfficeProgress = (done: number, of: number) => void;

/** Works out budgets from what the product holds. */
export interface BudgetOffice {
  /** Works out a draft from the lake, the rulebook and the record as they are now, and records it. */
  draft(key: BudgetKey, id: string, asAt: Day, by: Drafting, tell?: OfficeProgress): Promise<Drafted>;
  /** The same without recording a draft: whether it gives the same bytes again. */
  work(key: BudgetKey, asAt: Day, by: Working, tell?: OfficeProgress): Promise<{ readonly run: BudgetRun } | Refused>;
}

/** What tells what a reader may open. */
export interface Reader {
  readonly may: (permission: string, subject?: Subject) => boolean;
  readonly sight: Sight;
}

/** Where a reader is led from given figures; nothing where the reader may not go there or there is no page. */
export type OriginLink = (reader: Reader) => (origin: Origin) => Promise<Link | undefined>;

/** What the pages and verbs of budgets need. */
export interface BudgetsWiring {
  readonly book: BudgetBook;
  readonly office: BudgetOffice;
  readonly rulebook: Rulebook;
  /** The directory as it stands in the lake. */
  readonly directory: () => Promise<Directory>;
  /** Where the activity, list or need behind a given figure is shown, if the reader may open it. */
  readonly originLink: OriginLink;
  /** Whether the figures are made up, and the sentence that says so. */
  readonly madeUp: string | false;
}
