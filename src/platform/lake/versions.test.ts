import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EVERYWHERE } from "#platform/access/sight.ts";
import { type Bench, openBench } from "./examples/bench.ts";
import { payments, shops } from "./examples/payments.ts";
import { type LoadRequest, openLake } from "./index.ts";

const HEADER = "number,shop,person,born,postcode,paid_on,amount";
const row = (number: number, paidOn: string, pounds: number): string => `${number},S01,,,,${paidOn},${pounds}`;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

async function publish(lines: readonly string[], more: Partial<LoadRequest> = {}): Promise<string> {
  const outcome = await bench.load("file.csv", [HEADER, ...lines], more);
  if (outcome.kind !== "published") throw new Error(JSON.stringify(outcome));
  return outcome.load;
}

async function amounts(query: Parameters<Bench["rows"]>[0] = {}): Promise<readonly unknown[]> {
  return (await bench.rows(query)).map((each) => Number(each.amount_pence) / 100).toSorted();
}

describe("the same file again", () => {
  test("changes nothing and says so", async () => {
    const load = await publish([row(1, "2008-04-01", 1)]);
    const events = await bench.record.history({ limit: 1000 });
    expect(await bench.load("file.csv", [HEADER, row(1, "2008-04-01", 1)])).toEqual({ kind: "unchanged", load });
    expect(await bench.record.history({ limit: 1000 })).toEqual(events);
    expect(readdirSync(join(bench.root, "lake", "payment", "2008-04"))).toHaveLength(1);
  });

  test("changes nothing when two load it at once", async () => {
    bench.write("file.csv", [HEADER, row(1, "2008-04-01", 1)]);
    const outcomes = await Promise.all([1, 2].map(() => bench.lake.load(bench.request("file.csv"))));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["published", "unchanged"]);
    expect(await amounts()).toEqual([1]);
    expect(readdirSync(join(bench.root, "lake", "payment", "2008-04"))).toHaveLength(1);
  });

  test("is another load when it is loaded in another way", async () => {
    const first = await publish([row(1, "2008-04-01", 1)]);
    expect(await publish([row(1, "2008-04-01", 1)], { batch: "other" })).not.toBe(first);
    expect(await amounts()).toEqual([1, 1]);
  });
});

describe("versions of a month", () => {
  test("stand side by side: final before provisional, newer before older, month by month and batch by batch", async () => {
    const early = await publish([row(1, "2008-04-01", 1), row(2, "2008-05-01", 2)], { status: "provisional" });
    await publish([row(1, "2008-04-01", 4)], { status: "final" });
    await publish([row(1, "2008-04-01", 8)], { status: "provisional" });
    await publish([row(1, "2008-04-01", 16)], { batch: "other", status: "provisional" });
    expect(await amounts()).toEqual([16, 2, 4]);
    expect(await amounts({ prefer: "latest" })).toEqual([16, 2, 8]);
    expect(await amounts({ prefer: { loads: [early] } })).toEqual([1, 2]);
    expect(await amounts({ batches: ["other"] })).toEqual([16]);
    await publish([row(1, "2008-04-01", 32)], { status: "final" });
    expect(await amounts({ months: ["2008-04"] })).toEqual([16, 32]);
  });

  test("are listed, the newest first, with who loaded them and what is to be known of them", async () => {
    await publish([row(1, "2008-04-01", 1), row(2, "2008-05-01", 2)], { madeUp: true, standIn: "payments of 2007" });
    expect(await bench.lake.loads({ sight: EVERYWHERE })).toMatchObject([
      {
        dataset: "payment",
        fileName: "file.csv",
        months: ["2008-04", "2008-05"],
        madeUp: true,
        standIn: "payments of 2007",
        actor: "analyst",
        rows: { read: 2 },
      },
      { dataset: "shop", months: ["all"] },
    ]);
  });
});

describe("rejected rows", () => {
  test("are written with what is wrong, and stand beside their load once corrected", async () => {
    const load = await publish([row(1, "2008-04-01", 1), row(2, "2008-04-31", 2), `3,S01,"oh, no`, "4,S01"]);
    const path = join(bench.folder, "file.rejected.csv");
    const written = readFileSync(path, "utf8");
    expect(written.split("\n")).toEqual([
      `${HEADER},line,what_is_wrong`,
      expect.stringMatching(/^2,S01,,,,2008-04-31,2,3,"?paid_on: This is not a day that the calendar has/),
      expect.stringMatching(/^3,S01,"oh, no,4,"Quotes on this line/),
      expect.stringMatching(/^4,S01,5,"The line does not have as many fields/),
      "",
    ]);
    const corrected = [written.split("\n")[0] ?? "", "2,S01,,,,2008-04-30,2,3,", "3,S01,,,,2008-05-01,4,4,"];
    const outcome = await bench.load("corrected.csv", corrected, { corrects: load });
    expect(outcome).toMatchObject({ kind: "published", report: { extraColumns: ["line", "what_is_wrong"] } });
    expect(await amounts()).toEqual([1, 2, 4]);
    await publish([row(1, "2008-04-01", 8)]);
    expect(await amounts({ months: ["2008-04"] })).toEqual([8]);
  });

  test("hold no formula for a spreadsheet, and load again as they were", async () => {
    const numbers = ["=cmd|' /C calc'!A0", "@home", "'-x", "+5", "\uff1d1"];
    const lines = numbers.map((number) => `${number},S01,,,,2008-04-31,2`);
    const load = await publish([row(1, "2008-04-01", 1), ...lines]);
    const path = join(bench.folder, "file.rejected.csv");
    const written = readFileSync(path, "utf8");
    const cells = written.split("\n").map((line) => line.split(",")[0]);
    expect(cells).toEqual(["number", "'=cmd|' /C calc'!A0", "'@home", "''-x", "+5", "'\uff1d1", ""]);
    const again = await bench.load("again.csv", written.trimEnd().split("\n"), { corrects: load });
    expect(again).toMatchObject({ kind: "refused", report: { rows: { rejected: 5 } } });
    expect(readFileSync(join(bench.folder, "again.rejected.csv"), "utf8").split("\n")[1]).toContain("'=cmd|' /C");
    const corrected = written.replaceAll("2008-04-31", "2008-04-30").trimEnd().split("\n");
    await bench.load("corrected.csv", corrected, { corrects: load });
    const found = (await bench.rows()).map(({ number }) => number);
    expect(found.toSorted()).toEqual(["1", ...numbers].toSorted());
  });

  test("are not written into the data folder, nor lost where they cannot be written", async () => {
    const lines = [HEADER, row(1, "2008-04-01", 1), row(2, "2008-04-31", 2)];
    for (const rejectedTo of [join(bench.root, "rejected.csv"), join(bench.folder, "nowhere", "rejected.csv")]) {
      const outcome = await bench.load("file.csv", lines, { rejectedTo });
      expect(outcome).toMatchObject({ kind: "refused", refused: [{ code: "rejected-not-written" }] });
      expect(existsSync(rejectedTo)).toBe(false);
    }
    expect(await amounts()).toEqual([]);
  });
});

describe("control totals", () => {
  const lines = [row(1, "2008-04-01", 1.5), row(2, "2008-04-31", 2)];

  test("that agree are reported, over all rows of the file", async () => {
    const outcome = await bench.load("file.csv", [HEADER, ...lines], { says: { rows: 2, sums: { Amount: "3.50" } } });
    expect(outcome).toMatchObject({
      kind: "published",
      report: {
        totals: [
          { of: "rows", agrees: true },
          { of: "Amount", said: "3.50", found: "3.5", agrees: true },
        ],
      },
    });
  });

  test("that differ keep a file out, unless a reason is recorded", async () => {
    const says = { rows: 3, sums: { amount: "4" } };
    const outcome = await bench.load("file.csv", [HEADER, ...lines], { says });
    expect(outcome).toMatchObject({
      kind: "refused",
      refused: [{ code: "totals-differ", facts: { totals: "rows 2, not 3; amount 3.5, not 4" } }],
      report: { rows: { read: 2 } },
    });
    expect(await amounts()).toEqual([]);
    await publish(lines, { says, despite: "The sender counts a row it left out" });
    expect(await bench.lake.loads({ sight: EVERYWHERE, dataset: "payment" })).toMatchObject([
      { despite: "The sender counts a row it left out" },
    ]);
  });

  test("can only be of columns that are read and identify nobody", async () => {
    for (const column of ["person", "nothing"]) {
      const outcome = await bench.load("file.csv", [HEADER, ...lines], { says: { sums: { [column]: "1" } } });
      expect(outcome).toMatchObject({ refused: [{ code: "total-column" }] });
    }
  });
});

describe("a crash", () => {
  test("between file and event leaves a lake without the load, and the file can be loaded again", async () => {
    const record = { ...bench.record, perform: () => Promise.reject(new Error("The power went")) };
    const options = {
      engine: bench.engine,
      root: bench.root,
      key: join(bench.folder, "key"),
      datasets: [shops, payments],
    };
    bench.write("file.csv", [HEADER, row(1, "2008-04-01", 1)]);
    await expect(openLake({ ...options, record }).load(bench.request("file.csv"))).rejects.toThrow("The power went");
    const home = join(bench.root, "lake", "payment", "2008-04");
    expect(readdirSync(home)).toHaveLength(1);
    expect(await amounts()).toEqual([]);
    await publish([row(1, "2008-04-01", 1)]);
    expect(await amounts()).toEqual([1]);
    mkdirSync(join(bench.root, "scratch", "left"));
    writeFileSync(join(bench.root, "scratch", "left", "part-0.parquet"), "");
    expect(await bench.lake.sweep(new Date(0))).toBe(0);
    expect(await bench.lake.sweep(new Date(8_640_000_000_000_000))).toBe(2);
    expect(readdirSync(home)).toHaveLength(1);
    expect(await amounts()).toEqual([1]);
  });

  test("cannot make the read tables differ from the events", async () => {
    await publish([row(1, "2008-04-01", 1), row(2, "2008-05-01", 2)]);
    const loads = await bench.lake.loads({ sight: EVERYWHERE });
    await bench.record.rebuild();
    expect(await bench.lake.loads({ sight: EVERYWHERE })).toEqual(loads);
    expect(await amounts()).toEqual([1, 2]);
  });
});

test("references that are needed must be loaded first", async () => {
  const root = join(bench.folder, "other");
  const { engine, record } = bench;
  const needing = { ...payments, table: { ...payments.table, name: "needing" }, needs: ["letters"] };
  const lake = openLake({ engine, record, root, key: join(bench.folder, "key"), datasets: [needing] });
  bench.write("file.csv", [HEADER, row(1, "2008-04-01", 1)]);
  expect(await lake.load(bench.request("file.csv"))).toMatchObject({
    refused: [{ code: "needs", facts: { dataset: "Payments", needs: "letters" } }],
  });
});
