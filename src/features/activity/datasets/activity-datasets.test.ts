import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Engine, openEngine } from "#platform/engine/index.ts";
import { activityDatasets } from "./activity-datasets.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ folders: [], threads: 1 });
});
afterAll(() => engine.close());

const intakes = activityDatasets.flatMap(({ table, intakes: all, findings }) =>
  all.map((intake) => ({ name: intake.layout.name, table, intake, findings })),
);

describe("each layout", () => {
  test.each(intakes)("$name has a shaping and checks that agree with their declarations", async ({ intake }) => {
    const models = [intake.shape, ...[...intake.checks, ...intake.rowChecks].map(({ model }) => model)];
    for (const model of models) expect(await engine.check(model)).toEqual([]);
  });

  test.each(intakes)("$name gives every column of its table but those the lake adds", ({ table, intake }) => {
    const given = Object.keys(intake.shape.columns);
    const wanted = Object.keys(table.columns).filter((name) => !["load", "flags"].includes(name));
    expect(given.filter((name) => name !== "flags" && (name !== "source_row" || wanted.includes(name)))).toEqual(
      wanted,
    );
    expect(given).toContain("source_row");
  });

  test.each(intakes)("$name says what each of its findings means, about a field it has", ({ intake, findings }) => {
    for (const code of [...intake.checks, ...intake.rowChecks].flatMap(({ finds }) => finds)) {
      const { field = "", what, why, todo } = findings[code] ?? {};
      expect(Object.keys(intake.layout.fields), code).toContain(field);
      for (const words of [what, why, todo]) expect(words, code).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test("no two layouts have the same name", () => {
  const names = intakes.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("every finding that a dataset explains can be found by one of its checks", () => {
  for (const { intakes: all, findings } of activityDatasets) {
    const found = new Set(all.flatMap((each) => [...each.checks, ...each.rowChecks].flatMap(({ finds }) => finds)));
    expect(Object.keys(findings).toSorted()).toEqual([...found].toSorted());
  }
});
