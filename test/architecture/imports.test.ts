import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cruise, cruise } from "./cruise.ts";
import { inSmallProject, installed } from "./small-project.ts";

const load = createRequire(import.meta.url);
const FEATURES = load("../../src/features/order.json") as readonly string[];
const { forbidden } = load("../../.dependency-cruiser.cjs") as {
  readonly forbidden: readonly { readonly name: string }[];
};
const LATER = FEATURES.slice(1).filter((feature) => feature !== "budgets");

/** Files that keep every rule, so that each refusal below has one cause. */
const LAWFUL: Readonly<Record<string, string>> = {
  "src/kernel/money.ts": "export const pence = 1;\n",
  "src/platform/engine/engine.ts": 'import { thing } from "@duckdb/node-api";\nexport const engine = thing;\n',
  "src/platform/web/web.ts": 'import { thing } from "hono";\nexport const web = thing;\n',
  "src/features/rulebook/rules/range.ts": 'import { pence } from "#kernel/money.ts";\nexport const range = pence;\n',
  "src/features/rulebook/store.ts": "export const store = 1;\nexport interface Row { readonly value: number }\n",
  "src/features/rulebook/index.ts": 'export { range } from "./rules/range.ts";\n',
  "src/features/budgets/rules/share.ts": 'import { pence } from "#kernel/money.ts";\nexport const share = pence;\n',
  "src/features/budgets/decisions/draft.ts":
    'import { share } from "../rules/share.ts";\nexport const draft = share;\n',
  "src/features/budgets/models/spend.ts":
    'import { engine } from "#platform/engine/engine.ts";\nexport const spend = engine;\n',
  "src/features/budgets/pages/show.view.tsx":
    'import type { spend } from "../models/spend.ts";\nexport const show = (months: typeof spend) => months;\n',
  "src/features/budgets/index.ts":
    'import { range } from "#features/rulebook/index.ts";\nexport const budgets = range;\nexport { share } from "./rules/share.ts";\n',
  "src/sample/county.ts": 'import { budgets } from "#features/budgets/index.ts";\nexport const county = budgets;\n',
  "src/app/server.ts":
    'import { county } from "#sample/county.ts";\nimport { web } from "#platform/web/web.ts";\nexport const server = [county, web];\n',
  ...Object.fromEntries(LATER.map((feature) => [`src/features/${feature}/index.ts`, "export const door = 1;\n"])),
  ...installed("@duckdb/node-api"),
  ...installed("hono"),
  ...installed("pg"),
  ...installed("better-auth"),
  ...installed("vega"),
  ...installed("commander"),
  ...installed("highs"),
  ...installed("fast-check"),
  ...installed("undeclared"),
};

/** Each row: the rule, the file that breaks it, and what it imports. */
const OFFENDERS: readonly (readonly [rule: string, path: string, imported: string])[] = [
  ["kernel-imports-down", "src/kernel/offender.ts", "#platform/engine/engine.ts"],
  ["kernel-is-pure", "src/kernel/reader.ts", "node:fs"],
  ["platform-imports-down", "src/platform/files/offender.ts", "#features/rulebook/index.ts"],
  ["features-imports-down", "src/features/budgets/offender.ts", "#app/server.ts"],
  ["sample-imports-down", "src/sample/offender.ts", "#app/server.ts"],
  ...FEATURES.slice(0, -1).map((feature, at): readonly [string, string, string] => [
    `${feature}-keeps-the-order`,
    `src/features/${feature}/offends.ts`,
    `#features/${FEATURES[at + 1]}/index.ts`,
  ]),
  ["features-by-their-door", "src/features/budgets/intruder.ts", "#features/rulebook/rules/range.ts"],
  ["features-by-their-door-from-above", "src/app/intruder.ts", "#features/budgets/rules/share.ts"],
  ["rules-are-pure", "src/features/budgets/rules/reads-file.ts", "node:fs"],
  ["rules-are-pure", "src/features/budgets/rules/asks-engine.ts", "#platform/engine/engine.ts"],
  ["rules-are-pure", "src/features/budgets/rules/asks-store.ts", "../models/spend.ts"],
  ["rules-are-pure", "src/features/budgets/rules/asks-feature.ts", "#features/rulebook/index.ts"],
  ["rules-are-pure", "src/features/budgets/rules/asks-decision.ts", "../decisions/draft.ts"],
  ["decisions-are-pure", "src/features/budgets/decisions.ts", "#platform/web/web.ts"],
  ["decisions-are-pure", "src/features/budgets/decisions/reads-file.ts", "node:fs"],
  ["decisions-are-pure", "src/features/rulebook/decisions/asks-store.ts", "../store.ts"],
  ["duckdb-has-one-home", "src/features/budgets/own-engine.ts", "@duckdb/node-api"],
  ["duckdb-has-one-home", "src/platform/lake/own-engine.ts", "@duckdb/node-api"],
  ["hono-has-one-home", "src/features/budgets/own-web.ts", "hono"],
  ["postgres-has-one-home", "src/features/budgets/own-record.ts", "pg"],
  ["sign-in-has-one-home", "src/features/budgets/own-sign-in.ts", "better-auth"],
  ["vega-has-one-home", "src/features/budgets/own-chart.ts", "vega"],
  ["solver-has-one-home", "src/features/budgets/own-solver.ts", "highs"],
  ["commander-has-one-home", "src/features/budgets/own-command.ts", "commander"],
  ["views-receive-finished-data", "src/features/budgets/pages/model.view.tsx", "../models/spend.ts"],
  ["views-receive-finished-data", "src/features/budgets/pages/engine.view.tsx", "#platform/engine/engine.ts"],
  ["views-receive-finished-data", "src/features/rulebook/pages/store.view.tsx", "../store.ts"],
  ["no-cycles", "src/kernel/about.ts", "./round.ts"],
  ["tests-are-not-imported", "src/kernel/rests.ts", "./money.test.ts"],
  ["no-development-packages", "src/platform/files/developing.ts", "fast-check"],
  ["declared-packages", "src/platform/files/undeclared.ts", "undeclared"],
  ["imports-exist", "src/kernel/astray.ts", "./nowhere.ts"],
];

const offence = (imported: string): string => `import * as it from "${imported}";\nexport const offence = it;\n`;

describe("what may import what", () => {
  let lawful: Cruise;
  let unlawful: Cruise;

  beforeAll(async () => {
    const offenders = Object.fromEntries(OFFENDERS.map(([, path, imported]) => [path, offence(imported)]));
    const accomplices = {
      "src/kernel/money.test.ts": "export const one = 1;\n",
      "src/kernel/round.ts": offence("./about.ts"),
    };
    lawful = await inSmallProject(LAWFUL, cruise);
    unlawful = await inSmallProject({ ...LAWFUL, ...accomplices, ...offenders }, cruise);
  });

  it("reads every module there is, so that silence means consent", () => {
    expect(lawful.onDisk).toHaveLength(13 + LATER.length);
    expect(lawful.read.toSorted()).toEqual(lawful.onDisk.toSorted());
    expect(unlawful.read.toSorted()).toEqual(unlawful.onDisk.toSorted());
  });

  it("finds nothing in files that keep the rules", () => {
    expect(lawful.problems).toEqual([]);
  });

  it.each(OFFENDERS)("%s: refuses %s that imports %s", (rule, path) => {
    expect(unlawful.problems.filter(({ at }) => at === path).map((problem) => problem.rule)).toContain(rule);
  });

  it("has an offender for every rule there is", () => {
    expect(new Set(OFFENDERS.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });

  it("finds nothing in the files beside the offenders", () => {
    const offenders = OFFENDERS.map(([, path]) => path);
    expect(unlawful.problems.filter(({ at }) => !offenders.includes(at))).toEqual([]);
  });
});
