import { execFile } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { PROJECT } from "./project.ts";
import { inSmallProject } from "./small-project.ts";

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");
const long = (count: number): string => `export function long() {\n${lines(count, () => "  it();")}\n}\n`;
const nested = "if (a) { for (const b of c) { if (b) { while (d()) { if (e) { f(); } } } } }";

/** Each row: the rule, and a file that breaks it. */
const OFFENDERS: readonly (readonly [rule: string, path: string, text: string])[] = [
  ["useFilenamingConvention", "src/kernel/wrongName.ts", "export const x = 1;\n"],
  ["noDefaultExport", "src/kernel/default.ts", "export default 1;\n"],
  ["noReExportAll", "src/features/budgets/index.ts", 'export * from "./rules/share.ts";\n'],
  ["noConsole", "src/app/speaks.ts", 'console.log("it");\n'],
  ["noProcessEnv", "src/platform/record/settings.ts", "export const url = process.env.DATABASE_URL;\n"],
  ["noProcessEnv", "src/features/budgets/settings.ts", "export const url = process.env.DATABASE_URL;\n"],
  ["noRestrictedGlobals", "src/features/budgets/rules/clock.ts", "export const now = () => new Date();\n"],
  ["noRestrictedGlobals", "src/features/budgets/rules/day.ts", "export const now = () => Date.now();\n"],
  ["noRestrictedGlobals", "src/features/budgets/decisions.ts", 'export const asked = () => fetch("x");\n'],
  ["noRestrictedGlobals", "src/features/budgets/decisions/draft.ts", "export const now = () => Date.now();\n"],
  ["noRestrictedGlobals", "src/kernel/end.ts", "export const end = () => process.exit();\n"],
  ["noRestrictedGlobals", "src/kernel/wait.ts", "export const wait = () => setTimeout(wait, 1);\n"],
  ["noUnusedExpressions", "src/kernel/nothing.ts", "declare const a: number;\na > 1;\n"],
  ["noExcessiveLinesPerFunction", "src/kernel/long.ts", `declare const it: () => void;\n${long(41)}`],
  ["noExcessiveCognitiveComplexity", "src/kernel/deep.ts", `export function deep(a, c, d, e, f) { ${nested} }\n`],
  ["noExcessiveLinesPerFile", "src/kernel/much.ts", `${lines(301, (at) => `export const n${at} = ${at};`)}\n`],
  ["noExcessiveLinesPerFile", "src/kernel/much.test.ts", `${lines(401, (at) => `export const n${at} = ${at};`)}\n`],
  ["noFloatingPromises", "src/app/forgets.ts", "async function saved() {\n  return 1;\n}\nsaved();\n"],
  ["noFocusedTests", "src/kernel/focus.test.ts", 'import { it } from "vitest";\nit.only("is alone", () => {});\n'],
  ["noSkippedTests", "src/kernel/skip.test.ts", 'import { it } from "vitest";\nit.skip("is left out", () => {});\n'],
];

/** Files that look like offenders and are none. */
const LAWFUL: Readonly<Record<string, string>> = {
  "src/app/settings.ts": "export const url = process.env.DATABASE_URL;\n",
  "src/kernel/period.ts": "export const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);\n",
  "src/features/budgets/rules/clock.test.ts": "export const day = new Date(0);\n",
  "test/length.test.ts": long(60).replace("it();", "test();"),
  "vitest.config.ts": "export default {};\n",
};

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

/** What Biome finds in a project, as `path rule`. */
function findings(root: string): Promise<readonly string[]> {
  const biome = join(PROJECT, "node_modules/.bin/biome");
  const words = ["lint", "--reporter=json", "--max-diagnostics=none", "--vcs-enabled=false"];
  return new Promise((resolve) => {
    execFile(biome, words, { cwd: root, maxBuffer: 2 ** 26 }, (_, stdout) => {
      const { diagnostics } = JSON.parse(stdout) as Report;
      resolve(diagnostics.map(({ category, location }) => `${location.path} ${category.split("/").at(-1)}`));
    });
  });
}

describe("what Biome holds", () => {
  let found: readonly string[];

  beforeAll(async () => {
    const offenders = Object.fromEntries(OFFENDERS.map(([, path, text]) => [path, text]));
    found = await inSmallProject({ ...LAWFUL, ...offenders }, findings);
  });

  it.each(OFFENDERS)("%s: refuses %s", (rule, path) => {
    expect(found).toContain(`${path} ${rule}`);
  });

  it.each(Object.keys(LAWFUL))("accepts %s", (path) => {
    expect(found.filter((finding) => finding.startsWith(`${path} `))).toEqual([]);
  });
});
