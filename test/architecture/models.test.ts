import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, type Model, openEngine } from "#platform/engine/index.ts";
import type { Dataset } from "#platform/lake/index.ts";

let folder: string;
let engine: Engine;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chilford-models-"));
  engine = await openEngine({ folders: [folder] });
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

test("every model's SQL takes and gives what its declaration says", async () => {
  const models = await allModels();
  const named = new Set(models.map(({ sql }) => sql));
  expect(named.size).toBeGreaterThan(50);
  const problems = await Promise.all(models.map((model) => engine.check(model)));
  expect(problems.flat()).toEqual([]);
});

/** Whatever modules of the features and of the sample export that is a model, and the models within their datasets. */
async function allModels(): Promise<readonly Model[]> {
  const files = globSync("src/{features,sample}/**/*.ts", { exclude: (path) => /\.test\.ts$|\/bench\//.test(path) });
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
  const exported = modules.flatMap((module) => Object.values(module as object)).flat();
  return exported.flatMap((value) => {
    if (isDataset(value))
      return value.intakes.flatMap(({ shape, checks }) => [shape, ...checks.map(({ model }) => model)]);
    return isModel(value) ? [value] : [];
  });
}

function isDataset(value: unknown): value is Dataset {
  return typeof value === "object" && value !== null && "intakes" in value;
}

function isModel(value: unknown): value is Model {
  return typeof value === "object" && value !== null && "sql" in value && "reads" in value && "takes" in value;
}
