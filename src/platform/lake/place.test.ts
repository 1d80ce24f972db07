import { afterEach, beforeEach, expect, test } from "vitest";
import { EVERYWHERE } from "#platform/access/sight.ts";
import { type Bench, openBench } from "./examples/bench.ts";
import { loadRefusalWords } from "./index.ts";

const HEADER = "number,shop,person,born,postcode,paid_on,amount";
const EAST = "1,S01,,,,2008-04-01,1";
const WEST = "2,S02,,,,2008-04-01,2";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.load("both.csv", [HEADER, EAST, WEST]);
});
afterEach(() => bench.close());

const amounts = async () => (await bench.rows()).map(({ amount_pence }) => Number(amount_pence)).toSorted();

test("a load never takes the place of rows that whoever loads it may not see, says so, and leaves nothing", async () => {
  const outcome = await bench.load("east.csv", [HEADER, "1,S01,,,,2008-04-01,9"], { sight: ["east"] });
  expect(outcome).toMatchObject({ kind: "refused", refused: [{ code: "place-of-others" }] });
  const words = outcome.kind === "refused" ? loadRefusalWords(outcome.refused[0]) : "";
  expect(words).toContain("not yours to replace, since batch all holds them too. Give it a batch of its own");
  expect(await amounts()).toEqual([100, 200]);
  expect(bench.leftovers()).toEqual([]);
});

test("it may stand beside them in a batch of its own, in another month, or in the place of its own rows", async () => {
  const own = { sight: ["east"] };
  const beside = await bench.load("beside.csv", [HEADER, "3,S01,,,,2008-04-02,4"], { ...own, batch: "east" });
  const later = await bench.load("later.csv", [HEADER, "4,S01,,,,2008-05-01,8"], own);
  expect([beside.kind, later.kind]).toEqual(["published", "published"]);
  const again = await bench.load("again.csv", [HEADER, "3,S01,,,,2008-04-02,16"], { ...own, batch: "east" });
  expect(again.kind).toBe("published");
  expect(await amounts()).toEqual([100, 1600, 200, 800]);
});

test("whoever sees everything may replace everything", async () => {
  expect((await bench.load("new.csv", [HEADER, "1,S01,,,,2008-04-01,9"], { sight: EVERYWHERE })).kind).toBe(
    "published",
  );
  expect(await amounts()).toEqual([900]);
});
