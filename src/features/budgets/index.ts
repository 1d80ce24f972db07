export {
  type BudgetBook,
  type BudgetKey,
  type DraftListed,
  type IssuedVersion,
  openBudgetBook,
} from "./budget-book.ts";
export { verbs } from "./commands/budget-verbs.ts";
export { budgetsBefore } from "./datasets/budget-before.ts";
export { envelopes } from "./datasets/envelope.ts";
export type { BudgetsDesk } from "./desk.ts";
export { type BudgetPermission, grants } from "./grants.ts";
export { openBudgetOffice } from "./office.ts";
export { pages } from "./pages/budget-pages.ts";
export { readEnvelope } from "./read-envelope.ts";
export { budgetsReadModel } from "./read-model.ts";
export { recorded } from "./recorded.ts";
export { type BudgetRefusal, refusalWords } from "./refusals.ts";
export type { BudgetInput } from "./rules/budget-input.ts";
export type { BudgetRun } from "./rules/budget-run.ts";
export { calculateBudgets } from "./rules/calculate-budgets.ts";
export type { ReviewRecorded } from "./rules/record/budget-events.ts";
export { rulesInForce } from "./rules-in-force.ts";
export type { BudgetOffice, BudgetsWiring, OriginLink, Reader } from "./wiring.ts";
