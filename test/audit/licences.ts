/** The packages of a lock file, by where npm puts them. */
export type Locked = Readonly<Record<string, LockedPackage>>;

export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
}

/**
 * Licences under which a package may be used beside ours, which is MIT: those that ask for no more than their notice, and
 * the Mozilla licence, which asks that its own files stay open and that we do not alter them unseen.
 */
const ALLOWED = [
  ...["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MPL-2.0"],
  ...["PostgreSQL", "Python-2.0", "Unlicense"],
];

/** Whether a licence, or a choice or sum of licences, is one we allow. */
export function isAllowed(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, "").trim();
  if (/\sOR\s/.test(plain)) return plain.split(/\sOR\s/).some(isAllowed);
  return plain.split(/\sAND\s/).every((each) => ALLOWED.includes(each.trim()));
}

/** What is wrong with the packages of a lock file, one line each. */
export function lockProblems(locked: Locked): readonly string[] {
  return packagesOf(locked).flatMap(([name, { license, version }]) => {
    if (license === undefined) return [`${name} ${version} says nothing of its licence`];
    return isAllowed(license) ? [] : [`${name} ${version} is under ${license}, which is not on the list`];
  });
}

/** What should be known of a package and is not, one line each: no fault, and nothing to be sure of. */
export function lockGaps(locked: Locked): readonly string[] {
  const unsealed = Object.entries(locked).filter(([path, { integrity }]) => path !== "" && integrity === undefined);
  if (unsealed.length === 0) return [];
  const names = unsealed.map(([path]) => nameIn(path));
  return [
    `${names.length} packages have no checksum in the lock file, all builds for other systems: ${names.join(", ")}`,
  ];
}

/** Builds of a package for another system are not installed here and carry their parent's licence. */
function packagesOf(locked: Locked): readonly (readonly [string, LockedPackage])[] {
  return Object.entries(locked)
    .filter(([path, { os, optional }]) => path !== "" && !(os !== undefined && optional))
    .map(([path, each]) => [nameIn(path), each]);
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}
