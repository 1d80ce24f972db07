import { ruleFolders } from "#app/sample-rules.ts";
import { problemsOf, problemText } from "#features/rulebook/index.ts";

/** Checks every rulebook the product ships: a value without a source that exists fails the build. */
const found = ([undefined, "fenmere", "hertfordshire"] as const).flatMap((sample) => {
  const { rulebooks, sources } = ruleFolders(sample);
  return problemsOf(rulebooks, sources).map(problemText);
});
const problems = [...new Set(found)];
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.stdout.write(`Rulebook: ${problems.length} problems.\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
