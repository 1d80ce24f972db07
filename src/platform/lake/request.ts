import type { BasisPoints } from "#kernel/money.ts";
import type { Sight } from "#platform/access/sight.ts";
import type { Authorship } from "#platform/record/index.ts";
import type { Settings } from "./binding.ts";
import type { Status } from "./load.ts";
import type { LoadRefusal } from "./refusal.ts";
import type { Report, Said } from "./report.ts";

/** How far a load is. */
export interface Progress {
  readonly step: "looking" | "reading" | "checking" | "writing";
  /** Rows read so far. */
  readonly rows?: number;
}

/** A file to load and what is to be known of it. */
export interface LoadRequest extends Authorship {
  readonly file: string;
  /** What its sender calls it, where it lies under another name here. */
  readonly name?: string;
  /** The dataset; where left out, the one whose layout fits. */
  readonly dataset?: string;
  /** The layout; where left out, it is recognised by the file's first row. */
  readonly layout?: string;
  readonly status: Status;
  /** Whose part of a month it is, such as a sender; a newer load of the same takes its place. What the settings say where left out, else `all`. */
  readonly batch?: string;
  /** The load whose rejected rows these are, corrected. */
  readonly corrects?: string;
  /** What the file does not say itself, such as the year of its prices. */
  readonly settings?: Settings;
  readonly madeUp?: boolean;
  readonly standIn?: string;
  readonly says?: Said;
  /** The largest part of its rows that may be rejected; any where left out. */
  readonly mostRejected?: BasisPoints;
  /** Why it is to be published although it does not hold what its sender says, or too many of its rows are rejected. */
  readonly despite?: string;
  /** Where to write rejected rows; beside the file where left out. */
  readonly rejectedTo?: string;
  /** How many examples of each finding the report gives. */
  readonly examples?: number;
  /** Whose files whoever loads it may see: it takes the place of nobody else's. The product's own work leaves it out. */
  readonly sight?: Sight;
  readonly progress?: (progress: Progress) => void;
}

/** What became of a file. */
export type Outcome =
  | { readonly kind: "published"; readonly load: string; readonly report: Report }
  /** The same file was loaded before, in the same way. */
  | { readonly kind: "unchanged"; readonly load: string }
  | { readonly kind: "checked"; readonly report: Report }
  | { readonly kind: "refused"; readonly refused: readonly [LoadRefusal]; readonly report?: Report };
