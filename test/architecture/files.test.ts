import { describe, expect, it } from "vitest";
import { CHECKS } from "./checks/index.ts";
import { readTree } from "./project.ts";
import { inSmallProject } from "./small-project.ts";

interface Proof {
  readonly rule: string;
  readonly at: string;
  readonly files: Readonly<Record<string, string>>;
}

/** One offending file, beside whatever it needs in order to offend against that rule alone. */
const proof = (rule: string, path: string, text: string, beside: Readonly<Record<string, string>> = {}): Proof => ({
  rule,
  at: path,
  files: { ...beside, [path]: text },
});

const SQL = "SQL stands in .sql files";
const GRAIN = "models say their grain and source, and end in its order";
const CITES = "every rule cites a paragraph";
const LEADS = "every cited paragraph exists";
const PERMITS = "pages, forms and verbs name a permission";
const NAMES = "names say something";
const WHOLE = "features are whole and in their order";
const CLOCK = "only the app reads the clock";
const SIGHT = "only the app gives sight of everything";
const NUMBERED = "decisions are numbered once and have their parts";
const ARGUED = "dependencies are argued for";
const LOCK = "the lock file is whole";
const PLACES = "no machine's places are named";

const HEADER = "-- What it is. One row per practice.\n-- Source: 003 ¶1-1.\n";
const PARTS = ["Context", "Options", "Decision", "Consequences", "How it is enforced"];
const decision = (number: number, parts = PARTS): string =>
  `# ${number}. A title\n\n${parts.map((part) => `## ${part}\n\nWords.\n`).join("\n")}`;
const manifest = (dependencies: object): string => JSON.stringify({ dependencies });
const lock = (packages: object): string => JSON.stringify({ packages });
const model = (text: string): readonly [string, string] => ["src/features/budgets/models/spend.sql", text];
const page = (call: string): readonly [string, string] => [
  "src/features/budgets/pages/show.page.ts",
  `import { page } from "#platform/web/index.ts";\nimport { verb as does } from "#platform/cli/index.ts";\n${call}\n`,
];

const PROOFS: readonly Proof[] = [
  proof(SQL, "src/features/budgets/store.ts", 'export const all = "SELECT practice FROM spells";\n'),
  proof(SQL, "src/features/budgets/line.ts", `export const all = (name) => \`select x from \${name}\`;\n`),
  proof(SQL, "src/sample/clear.ts", 'export const clear = "DELETE FROM spells";\n'),
  proof(SQL, "src/app/tagged.ts", "export const one = sql`anything`;\n"),
  proof(GRAIN, ...model("-- What it is. Source: 003 ¶1-1.\nSELECT a FROM b ORDER BY a\n")),
  proof(GRAIN, ...model("-- One row per practice.\nSELECT a FROM b ORDER BY a\n")),
  proof(GRAIN, ...model("SELECT a FROM b ORDER BY a\n")),
  proof(GRAIN, ...model(`${HEADER}SELECT a FROM b\n`)),
  proof(GRAIN, ...model(`${HEADER}SELECT a, sum(b) OVER (ORDER BY a) AS c FROM d\n`)),
  proof(GRAIN, ...model(`${HEADER}SELECT a FROM (SELECT a FROM b ORDER BY a)\n`)),
  proof(CITES, "src/features/budgets/rules/share.ts", "/** A share. */\nexport const share = 1;\n"),
  proof(LEADS, "src/features/budgets/rules/share.ts", "/** A share. Source: 003 ¶9-9. */\nexport const share = 1;\n"),
  proof(LEADS, "src/features/budgets/rules/span.ts", "/** Source: 003 ¶1-1 to ¶1-9. */\nexport const span = 1;\n", {
    "docs/sources/003.md": "- **¶1-1** A fact.\n",
  }),
  proof(PERMITS, ...page('export const show = page("/show", { subject: everyone }, async () => view);')),
  proof(PERMITS, ...page('export const tell = does({ name: "show", summary: "Shows" }, async () => 0);')),
  proof(NAMES, "src/kernel/utils.ts", "export const one = 1;\n"),
  proof(NAMES, "src/features/budgets/helpers/round.ts", "export const one = 1;\n"),
  proof(NAMES, "src/platform/web/page-manager.ts", "export const one = 1;\n"),
  proof("src has five rooms", "src/services/budgets.ts", "export const one = 1;\n"),
  { rule: WHOLE, at: "src/features/budgets", files: { "src/features/budgets/README.md": "# Budgets\n" } },
  { rule: WHOLE, at: "src/features/budgets", files: { "src/features/budgets/index.ts": "export const one = 1;\n" } },
  {
    rule: WHOLE,
    at: "src/features/weather",
    files: {
      "src/features/weather/README.md": "# Weather\n",
      "src/features/weather/index.ts": "export const one = 1;\n",
    },
  },
  {
    rule: WHOLE,
    at: "src/features/budgets",
    files: { "src/features/budgets/README.md": "line\n".repeat(31), "src/features/budgets/index.ts": "" },
  },
  proof(CLOCK, "src/features/budgets/today.ts", "export const today = () => new Date();\n"),
  proof(CLOCK, "src/platform/lake/mark.ts", "export const mark = () => Date.now();\n"),
  proof(CLOCK, "src/sample/lots.ts", "export const lot = () => Math.random();\n"),
  proof(SIGHT, "src/features/budgets/all.ts", 'import { EVERYWHERE as all } from "#platform/access/sight.ts";\n'),
  proof(SIGHT, "src/sample/all.ts", 'export const query = { dataset: "spell", sight: "everywhere" };\n'),
  proof("SQL files are short", ...model(`${HEADER}SELECT a\n${"  -- more\n".repeat(300)}FROM b ORDER BY a\n`)),
  proof("scripts are short and say how they are used", "script/go", "#!/bin/sh\necho go\n"),
  proof("scripts are short and say how they are used", "script/go", `# Usage: script/go\n${"echo\n".repeat(30)}`),
  proof(NUMBERED, "docs/decisions/0002-gap.md", decision(2)),
  proof(NUMBERED, "docs/decisions/0001-twice.md", decision(1), { "docs/decisions/0001-once.md": decision(1) }),
  proof(NUMBERED, "docs/decisions/0001-short.md", decision(1, PARTS.slice(0, 4))),
  proof(NUMBERED, "docs/decisions/0001-title.md", decision(7)),
  proof("changes say what kind they are", "changes/faster.md", "It is faster now.\n"),
  proof("versions are exact", "package.json", manifest({ hono: "^4.13.19" })),
  { rule: ARGUED, at: "docs/decisions/0010-dependencies.md", files: { "package.json": manifest({ hono: "4.13.19" }) } },
  proof(ARGUED, "docs/decisions/0010-dependencies.md", "- `left-pad`: pads.\n", { "package.json": manifest({}) }),
  proof(
    LOCK,
    "package-lock.json",
    lock({ "node_modules/a": { version: "1.0.0", resolved: "https://example.org/a.tgz" } }),
    {
      "package.json": manifest({}),
    },
  ),
  proof(LOCK, "package-lock.json", lock({ "node_modules/a": { optionalDependencies: { "a-mac": "1.0.0" } } }), {
    "package.json": manifest({}),
  }),
  proof(LOCK, "package-lock.json", lock({ "node_modules/a": { version: "1.0.0" } }), {
    "package.json": manifest({ a: "1.0.1" }),
  }),
  proof(PLACES, "docs/start.md", "Go to /home/ada/chilford first.\n"),
  proof(PLACES, "src/app/here.ts", 'export const here = "/Users/ada/chilford/";\n'),
  proof(PLACES, "script/fetch", "npm install --registry https://registry.example.org\n"),
];

/** Files that look like offenders and are none. */
const LAWFUL: Readonly<Record<string, string>> = {
  "docs/sources/003.md": "# 003: Framework\n\n- **¶1-1** A fact.\n- **¶1-2** Another.\n",
  "docs/decisions/0001-first.md": decision(1),
  "docs/decisions/0002-second.md": decision(2),
  "docs/decisions/README.md": "# Decisions\n",
  "changes/README.md": "# Changes\n",
  "changes/first-budgets.md": "- Added: budgets, which\n  explain themselves.\n- Fixed: a penny.\n",
  "script/go": "#!/bin/sh\n# Usage: script/go   Goes.\n",
  "src/features/budgets/README.md": "# Budgets\n",
  "src/features/budgets/index.ts": 'export { share } from "./rules/share.ts";\n',
  "src/features/budgets/practice-manager.ts": 'export const label = "Select a practice from the list";\n',
  "src/features/budgets/rules/share.ts":
    "/**\n * A share of a line. Source: 003 ¶1-1,\n * ¶1-2.\n */\nexport const share = 1;\n",
  "src/features/budgets/rules/share.test.ts": 'export const oracle = "SELECT a FROM b";\n',
  "src/features/budgets/models/spend.sql": `${HEADER}SELECT a, sum(b) OVER (ORDER BY a) AS c\nFROM d\nORDER BY a, coalesce(c, 0)\n`,
  "src/features/budgets/pages/show.page.ts":
    'import { page } from "#platform/web/index.ts";\nexport const show = page("/show", { permission: "budgets.view" }, async () => view);\n',
  "src/platform/engine/make.ts": `export const make = (name: string) => \`COPY (SELECT 1 FROM x) TO "\${name}"\`;\n`,
  "src/app/now.ts": "export const now = () => new Date();\n",
  "src/app/all.ts": 'import { EVERYWHERE } from "#platform/access/sight.ts";\n',
  "src/features/budgets/own.ts": 'export const query = { sight: ["9A1"], of: "everywhere" };\n',
  "src/platform/web/instant.ts": "export const at = (text: string) => new Date(text);\n",
  "package.json": manifest({}),
  "package-lock.json": lock({}),
};

const problemsOf = (rule: string, files: Readonly<Record<string, string>>) =>
  inSmallProject(files, (root) => CHECKS[rule]?.(readTree(root)) ?? []);

describe("what is held by reading files", () => {
  it.each(PROOFS)("$rule: refuses $at", async ({ rule, at, files }) => {
    const problems = await problemsOf(rule, files);
    expect(problems.map((problem) => problem.at.replace(/:\d+$/, ""))).toContain(at);
  });

  it.each(Object.keys(CHECKS))("%s: accepts files that keep it", async (rule) => {
    expect(await problemsOf(rule, LAWFUL)).toEqual([]);
  });

  it("has an offender for every rule there is", () => {
    expect(new Set(PROOFS.map(({ rule }) => rule))).toEqual(new Set(Object.keys(CHECKS)));
  });
});
