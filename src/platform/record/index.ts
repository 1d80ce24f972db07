export { type CopyFault, copyFaults, type RecordCopy } from "./copy-faults.ts";
export type { CopiedIn, CopyInCode, CopyingIn } from "./copy-in.ts";
export type { CopiedRecord, Head, TakeTable } from "./copy-out.ts";
export { type Embedded, type EmbeddedOptions, startEmbedded } from "./embedded.ts";
export { type EmbeddedCode, type EmbeddedRefused, embeddedSentence } from "./embedded-refusals.ts";
export type { Authorship, NewEvent, ReadModel, RecordedEvent } from "./event.ts";
export type { HistoryFilter } from "./history.ts";
export type { Json } from "./json.ts";
export { openRecord, type Record, type RecordOptions, type Request } from "./record.ts";
export { RecordUnusable } from "./record-unusable.ts";
export type {
  Concern,
  DataAccess,
  Described,
  DescribedText,
  Recorded,
  Said,
} from "./recorded.ts";
export type { Upcast } from "./upcasts.ts";
export type { Fault, Verification } from "./verification.ts";
