import type { RowCounts } from "./report.ts";

/** Whether figures may still change. */
export type Status = "provisional" | "final";

/** A file of accepted rows, of one month and one owner where the dataset has such. */
export interface LoadFile {
  /** Where it lies in the folder of all data. */
  readonly path: string;
  readonly month: string;
  readonly owner: string;
  readonly rows: number;
}

/** What was published: the data of a `LoadPublished` event. It holds no value of any row. */
export interface PublishedLoad {
  readonly load: string;
  readonly dataset: string;
  readonly layout: string;
  readonly status: Status;
  /** Whose part of a month it is: a newer load of the same batch takes its place. */
  readonly batch: string;
  /** The load whose rejected rows these are, corrected: they stand beside it. */
  readonly corrects: string | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly fileHash: string;
  readonly madeUp: boolean;
  /** What it stands in for, in words, such as prices of one year for another. */
  readonly standIn: string | null;
  /** Why it was published although its totals are not those the sender gave. */
  readonly despite: string | null;
  readonly rows: RowCounts;
  readonly found: readonly { readonly code: string; readonly weight: "reject" | "flag"; readonly rows: number }[];
  readonly files: readonly LoadFile[];
}

/** The type of the event by which a load comes to count. */
export const LOAD_PUBLISHED = "LoadPublished";

/** The stream in which loads of a dataset are recorded. */
export function streamOf(dataset: string): string {
  return `lake/${dataset}`;
}
