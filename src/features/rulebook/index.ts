export { type RulebookVerbsWiring, verbs } from "./commands/rulebook-verbs.ts";
export { loadRulebook, loadSources, problemsOf } from "./files/folders.ts";
export { pages, type RulebookWiring } from "./pages/rulebook-pages.ts";
export type {
  CommissioningLevel,
  HistoricWindow,
  LineMethod,
  Method,
  ServiceLine,
} from "./rules/catalogue/budget-rules.ts";
export type { DecidingRole } from "./rules/catalogue/interest-rules.ts";
export type { AgeBand, NeedComponent, NeedSource, PrescribingWeights } from "./rules/catalogue/need-rules.ts";
export type { AdmissionKind } from "./rules/catalogue/price-rules.ts";
export { applied, type RuleName, type RuleValue } from "./rules/catalogue.ts";
export type { DatedValue } from "./rules/dated-value.ts";
export type { DecidedValue } from "./rules/decided.ts";
export type { Place } from "./rules/place.ts";
export { type PresentedValue, presentValue } from "./rules/presented.ts";
export type { RulebookProblem } from "./rules/problem.ts";
export { problemText } from "./rules/problem.ts";
export type { Override, Rulebook, StandingRule } from "./rules/rulebook.ts";
export type { SourceDocument, Sources } from "./rules/source-document.ts";
