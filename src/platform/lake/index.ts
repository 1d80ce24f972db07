export { type CodeForm, code, codes } from "./code-field.ts";
export {
  type Check,
  type Dataset,
  dataset,
  FOUND,
  flaggedTable,
  type Intake,
  intake,
  type Meaning,
} from "./dataset.ts";
export { chosen, day, decimal, type Field, type FieldOptions, month, pounds, text, whole } from "./field.ts";
export type { Finding } from "./finding.ts";
export { KeyUnusable } from "./key.ts";
export { type Lake, type LakeOptions, openLake } from "./lake.ts";
export { type Fields, type Layout, layout } from "./layout.ts";
export type { LoadFile, PublishedLoad, Status } from "./load.ts";
export type { LoadPart } from "./load-parts.ts";
export { batchOf } from "./loading.ts";
export { loadsReadModel } from "./loads.ts";
export type { FileQuery, ListedLoad, LoadQuery } from "./loads-store.ts";
export { copyUnchecked } from "./plain-copy.ts";
export { type LoadRefusal, type LoadRefusalCode, loadRefusalWords } from "./refusal.ts";
export type { ControlTotal, Example, Report, ReportedFinding, RowCounts, Said } from "./report.ts";
export type { LoadRequest, Outcome, Progress } from "./request.ts";
export { ageOn, outward, pseudonym } from "./secret-field.ts";
export type { Preference } from "./selection.ts";
