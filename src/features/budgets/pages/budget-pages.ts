import type { Page } from "#platform/web/page.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { changesPage } from "./changes.page.tsx";
import { draftPages } from "./draft.page.tsx";
import { envelopePages } from "./envelope.page.tsx";
import { issuePages } from "./issue.page.tsx";
import { ledgerPage } from "./ledger.page.tsx";
import { moneyPages } from "./money.page.tsx";
import { movementPages } from "./movement.page.tsx";
import { pctPage } from "./pct.page.tsx";
import { placePage } from "./place.page.tsx";
import { policyPages } from "./policy.page.tsx";
import { practicePage } from "./practice.page.tsx";
import { regionPage } from "./region.page.tsx";
import { reviewPages } from "./review.page.tsx";
import { whyPage } from "./why.page.tsx";

/** The pages on money: budgets of regions, PCTs, groups and practices, why each figure is what it is, and what PCTs do. */
export function pages(desk: BudgetsDesk): readonly Page<BudgetPermission | "anyone">[] {
  return [
    ...moneyPages(desk),
    regionPage(desk),
    pctPage(desk),
    placePage(desk),
    practicePage(desk),
    whyPage(desk),
    changesPage(desk),
    ledgerPage(desk),
    ...envelopePages(desk),
    ...policyPages(desk),
    ...reviewPages(desk),
    ...draftPages(desk),
    ...issuePages(desk),
    ...movementPages(desk),
  ];
}
