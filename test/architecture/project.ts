import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project itself. */
export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** The text files of a project, by their path from its folder. */
export type Tree = ReadonlyMap<string, string>;

/** A rule that a file breaks: where, and what to do. */
export interface Problem {
  readonly at: string;
  readonly what: string;
}

/** A rule of the house that is held by reading files. */
export type Check = (tree: Tree) => readonly Problem[];

const NOT_OURS = new Set([".git", "node_modules", "var", "coverage"]);
const NOT_TEXT = new Set([".parquet", ".gz", ".png", ".ico", ".woff2", ".xlsx", ".pdf", ".log"]);

/** Reads the tree of a project, without what is installed or made. */
export function readTree(root: string): Tree {
  const paths = pathsIn(root).toSorted();
  return new Map(paths.map((path) => [relative(root, path).replaceAll(sep, "/"), readFileSync(path, "utf8")]));
}

function pathsIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !NOT_OURS.has(name));
  const files = entries.filter((entry) => entry.isFile() && !NOT_TEXT.has(extname(entry.name)));
  const folders = entries.filter((entry) => entry.isDirectory());
  return [
    ...files.map(({ name }) => join(folder, name)),
    ...folders.flatMap(({ name }) => pathsIn(join(folder, name))),
  ];
}

/** The files of a tree whose path fits, each with its text. */
export function filesAt(tree: Tree, form: RegExp): readonly (readonly [path: string, text: string])[] {
  return [...tree].filter(([path]) => form.test(path));
}

export const isTest = (path: string): boolean => path.startsWith("test/") || /\.test\.tsx?$/.test(path);
