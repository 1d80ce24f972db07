import type { Sight } from "#platform/access/sight.ts";
import type { Record } from "#platform/record/index.ts";
import type { BudgetKey } from "./budget-book.ts";
import type { Envelope } from "./rules/envelope.ts";
import type { BudgetsWiring } from "./wiring.ts";

/** What the pages and verbs of budgets work with: the office, and what people state or write down. */
export interface BudgetsDesk extends BudgetsWiring {
  /** The envelope that files in sight state for a PCT and year; nothing where none is loaded. */
  readonly loadedEnvelope: (key: BudgetKey, sight: Sight) => Promise<Envelope | undefined>;
  /** Where the words of a note are kept, outside the chain. */
  readonly notes: Pick<Record, "keepText" | "text">;
}
