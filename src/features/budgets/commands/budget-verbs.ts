import type { Verb } from "#platform/cli/verb.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { againVerb } from "./again.ts";
import { draftVerb } from "./draft.ts";
import { envelopeVerb } from "./envelope.ts";
import { explainVerb } from "./explain.ts";
import { issueVerb } from "./issue.ts";
import { ledgerVerb } from "./ledger.ts";
import { listVerb } from "./list.ts";
import { moveVerb } from "./move.ts";
import { policyVerb } from "./policy.ts";
import { reviewVerb } from "./review.ts";
import { showVerb } from "./show.ts";

/** The verbs on budgets: what the pages do, for a terminal and for scripts. */
export function verbs(desk: BudgetsDesk): readonly Verb<BudgetPermission | "anyone">[] {
  return [
    listVerb(desk),
    showVerb(desk),
    explainVerb(desk),
    ledgerVerb(desk),
    envelopeVerb(desk),
    policyVerb(desk),
    reviewVerb(desk),
    draftVerb(desk),
    issueVerb(desk),
    moveVerb(desk),
    againVerb(desk),
  ];
}
