export { loadRulebook, loadSources, problemsOf } from "./folders.ts";
export { pages, type RulebookWiring } from "./pages/rulebook-pages.ts";
export {
  type CommissioningLevel,
  type HistoricWindow,
  LEVELS,
  type LineMethod,
  METHODS,
  type Method,
  SERVICE_LINES,
  type ServiceLine,
} from "./rules/catalogue/budget-rules.ts";
export {
  AGE_BANDS,
  type AgeBand,
  NEED_COMPONENTS,
  type NeedComponent,
  type NeedSource,
  type PrescribingWeights,
} from "./rules/catalogue/need-rules.ts";
export type { AdmissionKind } from "./rules/catalogue/price-rules.ts";
export { applied, type RuleName, type RuleValue, sentenceOf } from "./rules/catalogue.ts";
export type { DatedValue } from "./rules/dated-value.ts";
export { type DecidedValue, withDecisions } from "./rules/decided.ts";
export type { Place } from "./rules/place.ts";
export { problemText, type RulebookProblem } from "./rules/problem.ts";
export { createRulebook, type Override, type Rulebook, type StandingRule } from "./rules/rulebook.ts";
export { citation, paragraphAt, type SourceDocument, type Sources } from "./rules/source-document.ts";
