import { optional, table, text, whole } from "#platform/engine/index.ts";

/** A PCT's envelope by service line, as a file states it before somebody states it on the record. */
export const envelopeTable = table("envelope", {
  pct: text,
  year: text,
  line: text,
  label: text,
  service: text,
  amount_pence: whole,
  method: text,
  /** Kinds of activity that a line by history counts, joined by spaces. */
  activities: optional(text),
  component: optional(text),
  level: text,
  purpose: text,
});

/** What practices were given in a year whose budgets were not worked out here. */
export const budgetBeforeTable = table("budget-before", {
  practice: text,
  year: text,
  line: text,
  label: text,
  service: text,
  devolved_pence: whole,
  blocked_back_pence: whole,
});

/** The same as the lake keeps it, cut by the PCT whose practice it was; readers also read what was loaded before it was. */
export const keptBudgetBeforeTable = table(budgetBeforeTable.name, {
  commissioner: text,
  ...budgetBeforeTable.columns,
});
