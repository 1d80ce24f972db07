import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { problemText, type RulebookProblem } from "../rules/problem.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import type { Sources, TextFile } from "../rules/source-document.ts";
import { assembleRulebook, assembleSources, type PlaceFolder } from "./assembly.ts";

/** Reads the source documents of one folder or several; throws an Error that lists every problem where there is one. */
export function loadSources(...folders: readonly string[]): Sources {
  const { sources, problems } = assembleSources(folders.flatMap(documentsIn));
  return sound(sources, problems, "The source documents cannot be used");
}

/**
 * Reads a rulebook from one folder or several, each holding a folder for each place; throws an Error that lists every problem where there
 * is one, since figures must not rest on a rulebook that is half right.
 */
export function loadRulebook(folders: readonly string[], sources: Sources): Rulebook {
  const { rulebook, problems } = assembleRulebook(folders.flatMap(placesIn), sources);
  return sound(rulebook, problems, "The rulebook cannot be used");
}

/** Everything wrong with a rulebook and the sources it cites: what the build checks. */
export function problemsOf(folders: readonly string[], sourceFolders: readonly string[]): readonly RulebookProblem[] {
  const { sources, problems } = assembleSources(sourceFolders.flatMap(documentsIn));
  return [...problems, ...assembleRulebook(folders.flatMap(placesIn), sources).problems];
}

function documentsIn(folder: string): readonly TextFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .toSorted()
    .map((name) => textFile(join(folder, name)));
}

function placesIn(folder: string): readonly PlaceFolder[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => placeIn(join(folder, name), name))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function placeIn(path: string, id: string): PlaceFolder {
  const declaration = join(path, "place.yaml");
  const names = readdirSync(path).filter((name) => name !== "place.yaml");
  const [yaml, strangers] = [names.filter(isYaml), names.filter((name) => !isYaml(name))];
  return {
    id,
    path: shown(path),
    files: yaml.toSorted().map((name) => textFile(join(path, name))),
    strangers: strangers.map((name) => shown(join(path, name))),
    ...(existsSync(declaration) ? { place: textFile(declaration) } : {}),
  };
}

function isYaml(name: string): boolean {
  return name.endsWith(".yaml");
}

function textFile(path: string): TextFile {
  return { file: shown(path), text: readFileSync(path, "utf8") };
}

/** A path as people in the project's folder would type it. */
function shown(path: string): string {
  const local = relative(".", path);
  return local.startsWith("..") ? path : local;
}

function sound<T>(value: T, problems: readonly RulebookProblem[], what: string): T {
  if (problems.length === 0) return value;
  throw new Error(`${what}:\n${problems.map(problemText).join("\n")}`);
}
