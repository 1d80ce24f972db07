import type { RecordedEvent } from "./event.ts";

/** A piece of a sentence about an event: words, or the id of what a page shows by its name. */
export type Said = string | { readonly organisation: string } | { readonly person: string };

/**
 * Whom an event concerns. Of an organisation: `members` are those who work there, above it or anywhere below; `own` those
 * who work there or answer for it from above; `inside` those of its officers who see its unfinished work; `people` those who
 * look after its people. No code stands for every organisation. A person sees what concerns themselves.
 */
export type Concern =
  | { readonly organisation: string; readonly seenBy: "members" | "own" | "inside" | "people" }
  | { readonly person: string };

/** A use of data that a register tells of: what, whose data, in what role and for what sort of reason. */
export interface DataAccess {
  readonly what: string;
  readonly organisation: string;
  readonly role: string;
  readonly reason: string;
  readonly rows: number;
}

/** A text kept outside the chain that an event names by its hash, and what sort of text it is. */
export interface DescribedText {
  readonly hash: string;
  readonly kind: string;
}

/** How an event reads and whom it concerns. */
export interface Described {
  /** One sentence. It holds no personal or free text that could be erased. */
  readonly says: readonly Said[];
  /** What it happened to, and where that is shown. */
  readonly object: { readonly name: readonly Said[]; readonly href?: string };
  readonly concerns: readonly Concern[];
  /** Whether it concerns besides whom the events of its stream before it concerned. */
  readonly concernsAsBefore?: true;
  readonly texts?: readonly DescribedText[];
  readonly access?: DataAccess;
  /** Whether it changes a rule, and so stands in the register of such changes. */
  readonly changesRule?: true;
}

/** What a feature says of its streams, so that the record can be read. */
export interface Recorded {
  /** The word with which the names of its streams begin: `budget` for `budget/5QV/2008-09`. */
  readonly streams: string;
  /** What its objects are called together. */
  readonly title: string;
  /** The same for the same event, whatever else there is: read tables are made from it. */
  readonly describe: (event: RecordedEvent) => Described;
}
