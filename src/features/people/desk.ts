import type { Directory } from "#features/organisations/index.ts";
import type { Rulebook } from "#features/rulebook/index.ts";
import type { Access } from "#platform/access/access.ts";
import type { PeoplePermission } from "./grants.ts";
import type { PeopleBook } from "./people-book.ts";

/** What the pages and verbs of people need. */
export interface PeopleDesk {
  /** The one place that decides who may do what. */
  readonly access: Pick<Access<PeoplePermission>, "may" | "reach">;
  readonly people: PeopleBook;
  readonly directory: () => Promise<Directory>;
  readonly rulebook: Rulebook;
  readonly now: () => Date;
  /** Whether the places are made up, and the sentence that says so. */
  readonly madeUp: string | false;
  /** Where the service is reached from outside, such as `https://pbc.example.nhs.uk`, to write out links in full. */
  readonly address?: string;
}
