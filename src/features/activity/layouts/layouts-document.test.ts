import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memberships, organisations, participation } from "#features/organisations/index.ts";
import { need, registeredListDataset } from "#features/populations/index.ts";
import type { Dataset } from "#platform/lake/index.ts";
import { activityDatasets } from "../datasets/activity-datasets.ts";
import { type LoadingBench, openLoadingBench, reportIn } from "../datasets/examples/loading-bench.ts";

const document = readFileSync(join(import.meta.dirname, "../../../../docs/layouts.md"), "utf8");

/** The plain layouts: those of the product itself. */
const plain = [organisations, memberships, participation, registeredListDataset, need, ...activityDatasets].flatMap(
  (dataset: Dataset) =>
    dataset.intakes
      .filter(({ layout }) => layout.title.endsWith(", plain CSV"))
      .map((intake) => ({ name: intake.layout.name, dataset: dataset.table.name, intake })),
);

const NEEDED = {
  "true reject": "yes",
  "true flag": "yes, or marked",
  "false reject": "no",
  "false flag": "no, or marked",
} as const;

/** The rows of a layout's table in the document, as cells. */
function documented(name: string): readonly (readonly string[])[] {
  const section = document.split("\n## ").find((each) => each.startsWith(`${name}.csv\n`)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.slice(2, -2).split(" | "))
    .map((cells) => cells.map((cell) => cell.trim()));
}

const bare = (cell = "") => cell.replaceAll("`", "");

describe.each(plain)("the page on $name.csv", ({ name, dataset, intake: { layout, key } }) => {
  test("names its columns, their forms and which are needed, as the layout has them", () => {
    const rows = documented(name).map(([column, , form, needed]) => [bare(column), form, needed]);
    const wanted = Object.values(layout.fields).map(({ sources, expects, required, wrong }) => [
      sources[0]?.[0],
      expects,
      NEEDED[`${required} ${wrong}`],
    ]);
    expect(rows).toEqual(wanted);
  });

  test("says what every column means, which dataset it is and what its key is", () => {
    for (const [column, meaning = ""] of documented(name)) expect(meaning, column).toMatch(/^[1-9A-Z]/);
    const columns = key.map((field) => `\`${layout.fields[field]?.sources[0]?.[0]}\``);
    expect(document).toContain(`dataset \`${dataset}\`, key ${columns.join(", ")}.`);
  });
});

test("the page speaks of no layout that there is not", () => {
  const named = [...document.matchAll(/^## (\S+)\.csv$/gm)].map(([, name]) => name);
  expect(named).toEqual(plain.map(({ name }) => name));
});

describe("the examples of the page", () => {
  let bench: LoadingBench;
  beforeAll(async () => {
    bench = await openLoadingBench();
  });
  afterAll(() => bench.close());

  const loaded = plain.filter(({ dataset }) => activityDatasets.some(({ table }) => table.name === dataset));
  test.each(loaded)("of $name.csv load, with nothing found", async ({ name, dataset }) => {
    const rows = documented(name);
    const header = rows.map(([column]) => bare(column)).join(",");
    const report = reportIn(await bench.load([header, rows.map((cells) => bare(cells[4])).join(",")]));
    expect(report.dataset).toBe(dataset);
    expect(report.rows).toEqual({ read: 1, accepted: 1, flagged: 0, rejected: 0 });
  });
});
