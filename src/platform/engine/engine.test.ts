import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day, type Engine, model, openEngine, optional, TimeLimitPassed, table, text, whole } from "./index.ts";

const payment = { number: whole, area: text, practice: text, cost: whole, paid_on: optional(day) };
const payments = model(new URL("examples/payments.sql", import.meta.url), {
  reads: {},
  takes: { count: whole },
  gives: payment,
});
const spend = model(new URL("examples/spend-by-practice.sql", import.meta.url), {
  reads: { payments },
  takes: { floor: whole },
  gives: { area: text, practice: text, cost: whole, last_paid_on: optional(day) },
});

const pairs = model(new URL("examples/pairs.sql", import.meta.url), {
  reads: { payments },
  takes: {},
  gives: { pairs: whole },
});

let root: string;
let engine: Engine;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "chilford-engine-"));
  engine = await openEngine({ folders: [root], threads: 2 });
});
afterAll(() => {
  engine.close();
  rmSync(root, { recursive: true });
});

async function tenPayments(partitionBy?: string): Promise<readonly string[]> {
  const made = await engine.make(payments, {
    root,
    files: {},
    values: { count: 10 },
    ...(partitionBy === undefined ? {} : { partitionBy }),
  });
  return made.files.map(({ path }) => join(root, path));
}

describe("query", () => {
  test("gives typed rows in the order of the grain", async () => {
    const rows = await engine.query(spend, { files: { payments: await tenPayments() }, values: { floor: 300 } });
    expect(rows).toHaveLength(7);
    expect(rows[0]).toEqual({ area: "east", practice: "P1", cost: 600, last_paid_on: null });
    expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe((3 + 4 + 5 + 6 + 7 + 8 + 9) * 100);
    expect(rows.find(({ practice, area }) => practice === "P4" && area === "east")?.last_paid_on).toBe("2008-04-01");
    expect(rows.find(({ practice, area }) => practice === "P4" && area === "west")?.last_paid_on).toBe(null);
  });

  test("over no files gives no rows", async () => {
    expect(await engine.query(spend, { files: { payments: [] }, values: { floor: 0 } })).toEqual([]);
  });

  test("sees only the files it was given", async () => {
    const [east = ""] = await tenPayments("area");
    const rows = await engine.query(spend, { files: { payments: [east] }, values: { floor: 0 } });
    expect(new Set(rows.map(({ area }) => area))).toEqual(new Set(["east"]));
  });

  test("takes a value for nothing but a value, whatever it is crafted like", async () => {
    const [east = "", west = ""] = await tenPayments("area");
    const ofOne = {
      ...spend,
      sql: "SELECT area, practice FROM payments WHERE practice = $practice ORDER BY area, practice",
      takes: { practice: text },
      columns: { area: text, practice: text },
    };
    const crafted = fc.oneof(
      fc.constantFrom("P1", "P2"),
      fc.constantFrom("' OR 1=1 --", "P1' UNION ALL FROM payments --", `') UNION FROM read_parquet('${west}') --`),
      fc.constantFrom(west, `read_parquet('${west}')`, "$practice", "%", "P_", "\u0000", "P1; SELECT 1"),
      fc.string({ unit: "binary" }),
    );
    await fc.assert(
      fc.asyncProperty(crafted, async (practice) => {
        const rows = await engine.query(ofOne, { files: { payments: [east] }, values: { practice } });
        expect(rows).toEqual(rows.map(() => ({ area: "east", practice })));
        expect(rows.length > 0).toBe(practice === "P1" || practice === "P2");
      }),
      { seed: 14, numRuns: 80 },
    );
  });

  test("is stopped when its time limit has passed", async () => {
    const made = await engine.make(payments, { root, files: {}, values: { count: 100_000 } });
    const files = { payments: made.files.map(({ path }) => join(root, path)) };
    const asked = engine.query(pairs, { files, values: {}, timeLimit: 30 });
    await expect(asked).rejects.toBeInstanceOf(TimeLimitPassed);
  });
});

describe("work that nobody waits for any more", () => {
  test("is broken off wherever it stands, and nothing is begun after it", async () => {
    const waiting = new AbortController();
    const other = await openEngine({ folders: [root], threads: 2, stopping: () => waiting.signal });
    const endless = "SELECT sum(a.range * b.range) FROM range(1000000000) AS a, range(1000000000) AS b";
    const working = other.within(async (connection) => {
      const asked = connection.run(endless);
      waiting.abort(new Error("nobody waits"));
      await asked.catch(() => undefined);
      await connection.run(endless);
    });
    await expect(working).rejects.toThrow(/interrupt/i);
    await expect(other.query(pairs, { files: { payments: [] }, values: {} })).rejects.toThrow("nobody waits");
    other.close();
  });
});

describe("make", () => {
  test("makes a mart once and finds it afterwards under the same hash", async () => {
    const making = { root, files: {}, values: { count: 77 } };
    const [first, second] = [await engine.make(payments, making), await engine.make(payments, making)];
    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(second).toEqual({ ...first, isNew: false });
    expect(existsSync(join(root, first.files[0]?.path ?? ""))).toBe(true);
  });

  test("gives the same bytes when made again, whole or in parts", async () => {
    for (const partitionBy of [undefined, "area"]) {
      const bytes = async () => (await tenPayments(partitionBy)).map((path) => readFileSync(path).toString("base64"));
      const before = await bytes();
      rmSync(join(root, "marts"), { recursive: true });
      expect(await bytes()).toEqual(before);
    }
  });

  test("names another mart for other values or other files", async () => {
    const [few, many] = await Promise.all(
      [3, 4].map((count) => engine.make(payments, { root, files: {}, values: { count } })),
    );
    expect(few?.hash).not.toBe(many?.hash);
    const inputs = await tenPayments();
    const none = await engine.make(spend, { root, files: { payments: [] }, values: { floor: 0 } });
    const some = await engine.make(spend, { root, files: { payments: inputs }, values: { floor: 0 } });
    expect(none.hash).not.toBe(some.hash);
  });

  test("leaves nothing behind when a model fails", async () => {
    const missing = join(root, "missing.parquet");
    await expect(engine.make(spend, { root, files: { payments: [missing] }, values: { floor: 5 } })).rejects.toThrow(
      "missing.parquet",
    );
    const left = readdirSync(join(root, "marts"), { recursive: true, encoding: "utf8" });
    expect(left.filter((path) => path.includes("draft"))).toEqual([]);
  });
});

describe("check", () => {
  test("finds nothing where declaration and SQL agree", async () => {
    expect([...(await engine.check(payments)), ...(await engine.check(spend))]).toEqual([]);
  });

  test("names a parameter, a column and a type that disagree", async () => {
    const wrong = { ...spend, takes: { ceiling: whole }, columns: { area: text, surgery: text, cost: text } };
    const problems = (await engine.check(wrong)).map(({ problem }) => problem);
    expect(problems).toEqual([
      "it needs $floor, which is not declared",
      "it declares $ceiling, which it does not use",
      "it gives practice VARCHAR where surgery VARCHAR is declared",
      "it gives cost BIGINT where cost VARCHAR is declared",
      "it gives last_paid_on DATE where nothing is declared",
    ]);
  });

  test("names a model whose SQL cannot be read", async () => {
    const [first] = await engine.check({ ...spend, reads: { payments: table("payments", { number: whole }) } });
    expect(first?.problem).toMatch(/^its SQL cannot be prepared/);
  });
});

describe("the lock-down", () => {
  const statements = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "COPY (SELECT 1 AS one) TO '/tmp/chilford-out.csv'",
    "INSTALL httpfs",
    "SET enable_external_access = true",
    "ATTACH '/tmp/chilford-other.duckdb' AS other",
  ];
  test.each(statements)("refuses: %s", async (statement) => {
    await expect(engine.within((connection) => connection.run(statement))).rejects.toThrow();
  });

  test("a query that is no SELECT is refused", async () => {
    const command = { ...payments, sql: "CREATE TABLE kept AS SELECT $count AS number" };
    await expect(engine.query(command, { files: {}, values: { count: 1 } })).rejects.toThrow("is not a SELECT");
  });
});
