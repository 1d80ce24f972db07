import { copyMonth, readBare } from "./bare-stages.ts";
import { workOutBudgets } from "./budget-stage.ts";
import { loadMonth } from "./load-month.ts";
import { loadStanding } from "./load-standing.ts";
import { makeMonthFiles, makeYearFiles } from "./make-files.ts";
import { makeMartsAtOnePrice, makeMartsAtTwoPrices } from "./price-stages.ts";

/** What is done in a process of its own, by name. */
export const stages = {
  makeYear: makeYearFiles,
  makeMonth: makeMonthFiles,
  loadStanding,
  readBare,
  onePrice: makeMartsAtOnePrice,
  twoPrices: makeMartsAtTwoPrices,
  copyMonth,
  loadMonth,
  budgets: workOutBudgets,
} as const;

export type Stages = typeof stages;
