import type { Page } from "#platform/web/page.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { moneyPages } from "./money.page.tsx";
import { pctPage } from "./pct.page.tsx";
import { placePage } from "./place.page.tsx";
import { practicePage } from "./practice.page.tsx";
import { regionPage } from "./region.page.tsx";
import { whyPage } from "./why.page.tsx";

/** The pages on money: budgets of regions, PCTs, groups and practices, why each figure is what it is, and what PCTs do. */
export function pages(desk: BudgetsDesk): readonly Page<BudgetPermission | "anyone">[] {
  return [...moneyPages(desk), regionPage(desk), pctPage(desk), placePage(desk), practicePage(desk), whyPage(desk)];
}
