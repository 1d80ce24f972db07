import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVERYWHERE, OPEN_DATA, type Sight } from "#platform/access/sight.ts";
import { type Bench, openBench } from "./examples/bench.ts";
import { payments, shops } from "./examples/payments.ts";
import { type Dataset, dataset, type Lake, type LoadRequest, openLake } from "./index.ts";

const HEADER = "number,shop,person,born,postcode,paid_on,amount";
const EAST = ["1,S01,,,,2008-04-01,1", "2,S01,,,,2008-05-01,2"];
const WEST = ["3,S02,,,,2008-04-01,4"];
const BOTH = ["4,S01,,,,2008-06-01,8", "5,S02,,,,2008-07-01,16"];

let bench: Bench;
let lake: Lake;
beforeAll(async () => {
  bench = await openBench();
  lake = bench.lake;
  for (const [batch, lines] of Object.entries({ EAST, WEST, BOTH })) await publish(`${batch}.csv`, lines, { batch });
});
afterAll(() => bench.close());

async function publish(name: string, lines: readonly string[], more: Partial<LoadRequest>, into = lake) {
  bench.write(name, [HEADER, ...lines]);
  const outcome = await into.load(bench.request(name, more));
  if (outcome.kind !== "published") throw new Error(JSON.stringify(outcome));
  return outcome.load;
}

const areasOf = async (sight: Sight, owners?: readonly string[]): Promise<readonly string[]> => {
  const rows = await bench.rows({ sight, ...(owners && { owners }) });
  return [...new Set(rows.map(({ area }) => String(area)))].toSorted();
};
const filesListed = async (sight: Sight, person?: string) =>
  (await lake.loads({ sight, ...(person !== undefined && { person }) })).map(({ fileName }) => fileName);

describe("files", () => {
  test("are given of the owners in sight and of no others, whatever is asked for", async () => {
    const some = fc.subarray(["east", "west", "north", "all", "none"]);
    await fc.assert(
      fc.asyncProperty(some, fc.option(some, { nil: undefined }), async (sight, owners) => {
        const wanted = ["east", "west"].filter((area) => sight.includes(area) && (owners?.includes(area) ?? true));
        expect(await areasOf(sight, owners)).toEqual(wanted);
        expect(await areasOf(EVERYWHERE, owners)).toEqual(
          ["east", "west"].filter((area) => owners?.includes(area) ?? true),
        );
      }),
      { seed: 14, numRuns: 40 },
    );
  });

  test("of open data are given to everybody, of anything else to nobody without sight", async () => {
    expect(await lake.files({ dataset: "shop", sight: OPEN_DATA })).toHaveLength(1);
    expect(await lake.files({ dataset: "payment", sight: OPEN_DATA })).toEqual([]);
    expect(await lake.files({ dataset: "letters", sight: ["east"] })).toEqual([]);
  });

  test("of loads by name are given no further than sight reaches", async () => {
    const [, west] = await lake.loads({ sight: ["west"], dataset: "payment" });
    const prefer = { loads: [west?.load ?? ""] };
    expect(await lake.files({ dataset: "payment", sight: ["west"], prefer })).toHaveLength(1);
    expect(await lake.files({ dataset: "payment", sight: ["east"], prefer })).toEqual([]);
  });
});

describe("loads", () => {
  test("are listed where they hold rows in sight or are open data, with the months in sight", async () => {
    expect(await filesListed(EVERYWHERE)).toEqual(["BOTH.csv", "WEST.csv", "EAST.csv", "shops.csv"]);
    expect(await filesListed(["east"])).toEqual(["BOTH.csv", "EAST.csv", "shops.csv"]);
    expect(await filesListed(OPEN_DATA)).toEqual(["shops.csv"]);
    const months = (await lake.loads({ sight: ["west"], dataset: "payment" })).map((load) => load.months);
    expect(months).toEqual([["2008-07"], ["2008-04"]]);
  });

  test("are not found by name where they are not in sight", async () => {
    const [both, west] = await lake.loads({ sight: ["west"], dataset: "payment" });
    expect(await lake.loads({ sight: ["east"], load: west?.load ?? "" })).toEqual([]);
    expect(await lake.loads({ sight: ["east"], load: both?.load ?? "" })).toHaveLength(1);
  });

  test("are no secret from who made them", async () => {
    expect(await filesListed(OPEN_DATA, "analyst")).toHaveLength(4);
    expect(await filesListed(OPEN_DATA, "somebody")).toEqual(["shops.csv"]);
  });

  test("that stand in a place are told of without saying which or whose", async () => {
    expect(await lake.standing({ dataset: "payment", batch: "WEST" })).toBe("final");
    expect(await lake.standing({ dataset: "payment", batch: "NORTH" })).toBe(undefined);
  });
});

describe("what was loaded before its dataset had an owner", () => {
  const { owner: _owner, open: _open, ...parts } = payments;
  const OPTIONS = { table: { ...payments.table, name: "parcel" } };
  const before: Dataset = { ...parts, ...OPTIONS, open: "It was, once." };
  const now: Dataset = { ...payments, ...OPTIONS };
  const lakeOf = (parcels: Dataset) =>
    openLake({ ...bench, key: join(bench.folder, "key"), datasets: [shops, parcels] });

  test("is for sight of everything alone, until the same file is loaded again", async () => {
    await publish("parcels.csv", [...EAST, ...WEST], { dataset: "parcel" }, lakeOf(before));
    const cut = lakeOf(now);
    const files = async (sight: Sight) => (await cut.files({ dataset: "parcel", sight })).length;
    expect([await files(EVERYWHERE), await files(["east", "all"]), await cut.uncut("parcel")]).toEqual([2, 0, 2]);
    expect(await cut.loads({ sight: ["east"], dataset: "parcel" })).toEqual([]);
    await publish("parcels.csv", [...EAST, ...WEST], { dataset: "parcel" }, cut);
    expect([await files(EVERYWHERE), await files(["east"]), await files(["west"])]).toEqual([3, 2, 1]);
    expect(await cut.uncut("parcel")).toBe(0);
    const again = await cut.load(bench.request("parcels.csv", { dataset: "parcel" }));
    expect(again.kind).toBe("unchanged");
  });
});

describe("a dataset", () => {
  const { owner: _owner, open: _open, ...parts } = payments;

  test("names the column of its owner or says why it is open, and not both", () => {
    expect(() => dataset({ ...parts, open: " " })).toThrow("say why it is open to all");
    // @ts-expect-error A dataset with neither does not compile.
    expect(() => dataset({ ...parts })).toThrow("payment: name the column of its owner");
    // @ts-expect-error Nor does one with both.
    expect(() => dataset({ ...parts, owner: "area", open: "It is." })).toThrow("and not both");
    for (const owner of ["nothing", "amount_pence"]) {
      expect(() => dataset({ ...parts, owner })).toThrow(`payment: its owner is to stand in the column ${owner}`);
    }
  });

  test("is not read without sight", async () => {
    // @ts-expect-error A query that does not say for whom does not compile.
    const asked = () => lake.files({ dataset: "payment" });
    await expect(asked()).rejects.toThrow();
    // @ts-expect-error Nor does a list.
    const listed = () => lake.loads({});
    await expect(listed()).rejects.toThrow();
  });
});
