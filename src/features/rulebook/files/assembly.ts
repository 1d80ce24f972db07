import { limitProblems, overlapProblems, sourceProblems } from "../rules/checks.ts";
import { type Place, placeProblems } from "../rules/place.ts";
import { problem, type RulebookProblem } from "../rules/problem.ts";
import { createRulebook, type Rulebook } from "../rules/rulebook.ts";
import { readSourceDocument, type SourceDocument, type Sources, type TextFile } from "../rules/source-document.ts";
import { type Reading, readPlace, readValues } from "./read-yaml.ts";

/** A place's folder as found on disk: `place.yaml` and files of values. */
export interface PlaceFolder {
  readonly id: string;
  readonly path: string;
  readonly place?: TextFile;
  readonly files: readonly TextFile[];
  /** What lies in the folder and is not read: a value in such a file would be missed without a word. */
  readonly strangers: readonly string[];
}

/** A rulebook, with what is wrong with it; it is fit for use only where nothing is. Source: settled ¶rules-1. */
export interface Assembled {
  readonly rulebook: Rulebook;
  readonly problems: readonly RulebookProblem[];
}

/** Reads source documents; a wrong one is still returned, with its problems. */
export function assembleSources(files: readonly TextFile[]): {
  readonly sources: Sources;
  readonly problems: readonly RulebookProblem[];
} {
  const read = files.map(readSourceDocument);
  return {
    sources: read.map(({ document }): SourceDocument => document),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** Reads and checks a rulebook as a whole. */
export function assembleRulebook(folders: readonly PlaceFolder[], sources: Sources): Assembled {
  const declared = new Set(folders.filter(({ place }) => place !== undefined).map(({ id }) => id));
  const placeReadings = folders.map((folder) => readDeclaration(folder, declared));
  const valueReadings = folders.flatMap(({ id, files }) => files.map((file) => readValues(id, file)));
  const places = allRead(placeReadings);
  const values = allRead(valueReadings);
  const problems = [
    ...[...placeReadings, ...valueReadings].flatMap((reading) => reading.problems),
    ...folders.flatMap(({ strangers }) => strangers.map(strangerProblem)),
    ...placeProblems(places),
    ...sourceProblems(values, sources),
    ...overlapProblems(values),
    ...limitProblems(values, places),
  ];
  return { rulebook: createRulebook(places, values, sources), problems: problems.toSorted(byPosition) };
}

/** A folder without place.yaml adds values to a place that another folder of its name declares. */
function readDeclaration({ id, path, place }: PlaceFolder, declared: ReadonlySet<string>): Reading<Place> {
  if (place !== undefined) return readPlace(id, place);
  const missing = problem("place-missing", { file: path, line: 1 }, "the folder has no place.yaml");
  return { read: [], problems: declared.has(id) ? [] : [missing] };
}

function allRead<T>(readings: readonly Reading<T>[]): readonly T[] {
  return readings.flatMap(({ read }) => read);
}

function byPosition(a: RulebookProblem, b: RulebookProblem): number {
  if (a.file === b.file) return a.line - b.line;
  return a.file < b.file ? -1 : 1;
}

function strangerProblem(file: string): RulebookProblem {
  return problem("not-yaml", { file, line: 1 }, "a place's folder holds .yaml files only, so this is not read");
}
