import { type Check, filesAt, isTest } from "../project.ts";

/** Biome holds TypeScript and styles to their lengths; these are the files that it does not read. */
export const sqlIsShort: Check = (tree) =>
  filesAt(tree, /^src\/.*\.sql$/)
    .filter(([path, text]) => !isTest(path) && lines(text) > 300)
    .map(([path, text]) => ({ at: path, what: `Has ${lines(text)} lines of at most 300: make it two models.` }));

/** Each script opens by saying how it is used, and is short enough to read before it is run. */
export const scriptsAreShort: Check = (tree) =>
  filesAt(tree, /^(?:script|\.ci)\/[^/]+$/).flatMap(([path, text]) => [
    ...(/^(?:#!\/bin\/sh\n)?# Usage: \S/.test(text) ? [] : [{ at: path, what: 'Does not open with "# Usage: ...".' }]),
    ...(lines(text) < 30 ? [] : [{ at: path, what: `Has ${lines(text)} lines; a script has fewer than 30.` }]),
  ]);

const lines = (text: string): number => text.trimEnd().split("\n").length;
