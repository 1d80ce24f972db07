import type { Directory } from "#features/organisations/index.ts";
import type { Rulebook } from "#features/rulebook/index.ts";
import type { Person, Subject } from "#platform/access/person.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import type { Authorship, Record as PeoplesRecord } from "#platform/record/index.ts";
import type { ReleaseBook } from "./releases/release-book.ts";
import type { Snapshots } from "./snapshot.ts";

/** What the pages and verbs of activity need. */
export interface ActivityWiring {
  readonly engine: Engine;
  readonly lake: Lake;
  readonly snapshots: Pick<Snapshots, "find">;
  readonly record: Pick<PeoplesRecord, "perform" | "past" | "keepText" | "text" | "eraseText">;
  readonly releases: ReleaseBook;
  readonly rulebook: Rulebook;
  /** The directory as it stands in the lake. */
  readonly directory: () => Promise<Directory>;
  /** Whether the figures are made up, and the sentence that says so. */
  readonly madeUp: string | false;
  /**
   * Where uploads wait to be published or dropped. It lies outside the folder of all data, since what is sent may name
   * people, and the engine must be allowed to read it.
   */
  readonly scratch: string;
  /** Puts a use of rows on the record before they are given; whoever counts such uses says how. */
  readonly used?: (use: UsedRows) => Promise<void>;
}

/** Rows of care that somebody takes away as a file. */
export interface UsedRows {
  readonly what: "row-download";
  readonly rows: number;
  readonly object: string;
  readonly person: Person;
  readonly subject: Subject;
  readonly by: Authorship;
}
