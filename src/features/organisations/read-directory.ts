import type { Day } from "#kernel/period.ts";
import type { Engine } from "#platform/engine/index.ts";
import { membershipEntries, organisationEntries, participationEntries } from "./models/directory-entries.ts";
import { type Directory, directoryOf, type Membership, type OrganisationKind } from "./rules/directory.ts";

/** The files of the lake from which a directory is read. */
export interface DirectoryFiles {
  readonly organisations: readonly string[];
  readonly memberships: readonly string[];
  readonly participation: readonly string[];
}

/** Reads the directory of organisations from the lake, with the memberships that a rule derives from those loaded. */
export async function readDirectory(
  engine: Engine,
  files: DirectoryFiles,
  derive: (directory: Directory) => readonly Membership[] = () => [],
): Promise<Directory> {
  const [organisations, memberships, participation] = await Promise.all([
    engine.query(organisationEntries, { files: { organisations: files.organisations }, values: {} }),
    engine.query(membershipEntries, { files: { memberships: files.memberships }, values: {} }),
    engine.query(participationEntries, { files: { participation: files.participation }, values: {} }),
  ]);
  const entries = {
    organisations: organisations.map(({ code, name, kind, opened_on, closed_on, successor }) => ({
      code,
      name,
      kind: kind as OrganisationKind,
      ...present({ openedOn: opened_on as Day | null, closedOn: closed_on as Day | null, successor }),
    })),
    memberships: memberships.map(({ member, organisation, kind, from_day, until_day }) => ({
      member,
      organisation,
      kind: kind as Membership["kind"],
      from: from_day as Day,
      ...present({ until: until_day as Day | null }),
    })),
    participation: participation.map(({ practice, scheme, from_day, until_day }) => ({
      practice,
      scheme,
      from: from_day as Day,
      ...present({ until: until_day as Day | null }),
    })),
  };
  const directory = directoryOf(entries);
  const derived = derive(directory);
  return derived.length === 0
    ? directory
    : directoryOf({ ...entries, memberships: [...entries.memberships, ...derived] });
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

function present<T extends Record<string, unknown>>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Present<T>;
}
