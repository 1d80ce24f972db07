import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { basisPoints } from "#kernel/money.ts";
import { EVERYWHERE } from "#platform/access/sight.ts";
import { type Bench, openBench } from "./examples/bench.ts";
import { loadRefusalWords } from "./index.ts";

const HEADER = "number,shop,person,born,postcode,paid_on,amount";
/** So many sound rows, and after them so many without the day they were paid on. */
const file = (sound: number, wrong: number): readonly string[] => [
  HEADER,
  ...Array.from({ length: sound + wrong }, (_, at) => `${at + 1},S01,,,,${at < sound ? "2008-04-01" : "never"},1`),
];
const mostRejected = basisPoints(500);

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

describe("a file with more rows rejected than may be", () => {
  test("is kept out, whole, and says how many and what to do", async () => {
    const outcome = await bench.load("file.csv", file(18, 1), { mostRejected });
    expect(outcome).toMatchObject({
      kind: "refused",
      refused: [{ code: "too-many-rejected", facts: { rejected: 1, read: 19, most: "5%" } }],
      report: { rejectedBeyond: 500, rows: { rejected: 1 } },
    });
    if (outcome.kind !== "refused") return;
    expect(loadRefusalWords(outcome.refused[0])).toBe(
      "1 of its 19 rows are rejected, and at most 5% may be. Correct them, or give a reason to publish it all the same.",
    );
    expect(await bench.rows()).toEqual([]);
  });

  test("is published for a reason, which is recorded", async () => {
    const despite = "The sender will correct them next month";
    expect(await bench.load("file.csv", file(18, 1), { mostRejected, despite })).toMatchObject({ kind: "published" });
    expect(await bench.lake.loads({ sight: EVERYWHERE, dataset: "payment" })).toMatchObject([{ despite }]);
  });

  test("may be checked, and is told of it", async () => {
    const outcome = await bench.check("file.csv", file(18, 1), { mostRejected });
    expect(outcome).toMatchObject({ kind: "checked", report: { rejectedBeyond: 500 } });
  });
});

test("a file with just as many rejected as may be is published", async () => {
  const outcome = await bench.load("file.csv", file(19, 1), { mostRejected });
  expect(outcome).toMatchObject({ kind: "published", report: { rows: { read: 20, rejected: 1 } } });
  expect(outcome).not.toHaveProperty("report.rejectedBeyond");
});

test("where no limit is given any part may be rejected, but not all", async () => {
  expect(await bench.load("file.csv", file(1, 9))).toMatchObject({ kind: "published" });
  expect(await bench.load("none.csv", file(0, 3))).toMatchObject({ refused: [{ code: "nothing-accepted" }] });
});
