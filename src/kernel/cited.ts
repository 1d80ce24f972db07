import type { Day } from "./period.ts";

/** Where a rule or figure comes from: a paragraph of a document that `docs/sources/` lists, such as `003 ¶2.2.1-6`. */
export interface Source {
  readonly document: string;
  readonly paragraph: string;
}

/** A value with the place that set it, the days on which it holds and the paragraph that says so. */
export interface Cited<T> {
  readonly value: T;
  /** The rule's name in the rulebook, such as `fair-share.tolerance`. */
  readonly rule: string;
  /** The place that set it, such as `england` or `hertfordshire`. */
  readonly place: string;
  readonly from: Day;
  readonly until?: Day;
  readonly source: Source;
}
