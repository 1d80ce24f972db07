import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day, type Engine, model, modelOver, openEngine, optional, table, text, whole } from "./index.ts";

const payments = model(new URL("examples/payments.sql", import.meta.url), {
  reads: {},
  takes: { count: whole },
  gives: { number: whole, area: text, practice: text, cost: whole, paid_on: optional(day) },
});
const spend = model(new URL("examples/spend-by-practice.sql", import.meta.url), {
  reads: { payments },
  takes: { floor: whole },
  gives: { area: text, practice: text, cost: whole, last_paid_on: optional(day) },
});
const file = new URL("examples/spend-above-floor.sql", import.meta.url);
const declared = { reads: {}, takes: { without: text }, gives: { area: text, cost: whole } };
const areas = modelOver({ name: "spend", model: spend }, file, declared);

let root: string;
let engine: Engine;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "chilford-composition-"));
  engine = await openEngine({ folders: [root], threads: 2 });
});
afterAll(() => {
  engine.close();
  rmSync(root, { recursive: true });
});

describe("a model over another", () => {
  test("gives what it would give over the rows of the other written down", async () => {
    const made = await engine.make(payments, { root, files: {}, values: { count: 100 } });
    const files = { payments: made.files.map(({ path }) => join(root, path)) };
    const rows = await engine.query(areas, { files, values: { floor: 500, without: "P3" } });
    const below = await engine.query(spend, { files, values: { floor: 500 } });
    const sum = (area: string) =>
      below.filter((row) => row.area === area && row.practice !== "P3").reduce((all, { cost }) => all + cost, 0);
    expect(rows).toEqual([
      { area: "east", cost: sum("east") },
      { area: "west", cost: sum("west") },
    ]);
    expect(sum("east")).toBeGreaterThan(0);
  });

  test("agrees with its declaration, which takes and reads what both do", async () => {
    expect(await engine.check(areas)).toEqual([]);
    expect([Object.keys(areas.takes), Object.keys(areas.reads)]).toEqual([["floor", "without"], ["payments"]]);
  });

  test("is refused where the lower model has no order, or a name means two things", () => {
    const orderless = { ...spend, sql: "SELECT 1 AS one" };
    expect(() => modelOver({ name: "spend", model: orderless }, file, declared)).toThrow("does not end with ORDER BY");
    const other = { ...declared, reads: { payments: table("payments", { number: whole }) } };
    expect(() => modelOver({ name: "spend", model: spend }, file, other)).toThrow("mean different things by payments");
  });
});
