import type { PeopleInPosts } from "#features/interests/index.ts";
import type { Directory } from "#features/organisations/index.ts";
import type { Rulebook } from "#features/rulebook/index.ts";
import type { Access } from "#platform/access/access.ts";
import type { Record, Recorded } from "#platform/record/index.ts";

/** What the pages and verbs of the record need. */
export interface RecordWiring {
  readonly record: Record;
  readonly descriptions: readonly Recorded[];
  readonly access: Pick<Access, "reach" | "may">;
  readonly peopleInPosts: Pick<PeopleInPosts, "names">;
  readonly directory: () => Promise<Directory>;
  readonly rulebook: Rulebook;
  readonly now: () => Date;
  readonly version: string;
  readonly madeUp: string | false;
}
