import type { Page } from "#platform/web/page.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import { ruleHistoryPage } from "./rule-history.page.tsx";
import { rulesInForcePage } from "./rules-in-force.page.tsx";
import { sourceDocumentPage, sourceListPage } from "./sources.page.tsx";

/** What the pages of the rulebook need. */
export interface RulebookWiring {
  readonly rulebook: Rulebook;
}

/** The pages on rules and their sources, open to anyone. */
export function pages({ rulebook }: RulebookWiring): readonly Page<"anyone">[] {
  return [
    rulesInForcePage(rulebook),
    ruleHistoryPage(rulebook),
    sourceListPage(rulebook),
    sourceDocumentPage(rulebook),
  ];
}
