import type { Directory } from "#features/organisations/index.ts";
import type { Rulebook } from "#features/rulebook/index.ts";
import type { Day } from "#kernel/period.ts";
import type { InterestBook } from "./interest-book.ts";

/** A post that somebody holds on a day. */
export interface Holder {
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
}

/** What declarations need to know of people; whoever keeps them says it. */
export interface PeopleInPosts {
  /** Who holds a post at one of these organisations on a day, in any role. */
  holders(organisations: readonly string[], on: Day): Promise<readonly Holder[]>;
  /** Names by person, of those who have one that was not erased. */
  names(people: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** What the pages of declarations need. */
export interface InterestsWiring {
  readonly interests: InterestBook;
  readonly peopleInPosts: PeopleInPosts;
  readonly rulebook: Rulebook;
  /** The directory as it stands in the lake. */
  readonly directory: () => Promise<Directory>;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Whether what is shown is made up, and the sentence that says so. */
  readonly madeUp: string | false;
}
