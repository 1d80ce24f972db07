import type { Check, Problem, Tree } from "../project.ts";

type Versions = Readonly<Record<string, string>>;
interface Manifest {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
}
interface Locked extends Manifest {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Versions;
}

const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

function read<T>(tree: Tree, path: string): T {
  return JSON.parse(tree.get(path) ?? "{}") as T;
}

const declared = (tree: Tree): readonly (readonly [name: string, version: string])[] => {
  const { dependencies = {}, devDependencies = {} } = read<Manifest>(tree, "package.json");
  return [...Object.entries(dependencies), ...Object.entries(devDependencies)];
};

/** package.json states exact versions. */
export const versionsAreExact: Check = (tree) =>
  declared(tree)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => ({ at: "package.json", what: `${name} is "${version}", which is no exact version.` }));

/** Every dependency has its line in the decision on dependencies, and no line there is left over. */
export const dependenciesAreArgued: Check = (tree) => {
  const at = "docs/decisions/0010-dependencies.md";
  const argued = [...(tree.get(at) ?? "").matchAll(/^- `([^`]+)`: \S/gm)].map(([, name]) => name);
  const names = declared(tree).map(([name]) => name);
  return [
    ...names.filter((name) => !argued.includes(name)).map((name) => ({ at, what: `Does not say why we use ${name}.` })),
    ...argued
      .filter((name) => !names.includes(name ?? ""))
      .map((name) => ({ at, what: `Argues for ${name}, unused.` })),
  ];
};

/**
 * The lock file agrees with package.json, names no registry, and names every platform's build of a native package:
 * npm ci refuses a lock file that lacks one, and npm writes such a file where a registry does not have them all.
 */
export const lockIsWhole: Check = (tree) => {
  const { packages = {} } = read<{ readonly packages?: Readonly<Record<string, Locked>> }>(tree, "package-lock.json");
  const entries = Object.entries(packages);
  const at = "package-lock.json";
  const has = (holder: string, name: string): boolean =>
    `node_modules/${name}` in packages || `${holder}/node_modules/${name}` in packages;
  return [
    ...entries
      .filter(([, { resolved }]) => resolved !== undefined)
      .map(([path]): Problem => ({ at, what: `${path} says where it was fetched from; see .npmrc.` })),
    ...entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !has(path, name))
        .map((name) => ({ at, what: `Lacks ${name}, which ${path} names; add it with its version, os and cpu.` })),
    ),
    ...declared(tree)
      .filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)
      .map(([name]) => ({ at, what: `Has another ${name} than package.json; run npm install.` })),
  ];
};
