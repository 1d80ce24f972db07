import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { financialYear, month } from "#kernel/period.ts";
import { type Engine, openEngine } from "#platform/engine/index.ts";
import { writeExample, writePrices } from "../examples/example-lake.ts";
import { EXAMPLE_PRICES } from "../examples/example-prices.ts";
import { attendanceRow, emergencyRow, spellRow } from "../examples/example-rows.ts";
import { EXAMPLE_TERMS, termsWith } from "../examples/example-terms.ts";
import type { PriceFiles } from "../pricing/price-files.ts";
import { priceSpell } from "../rules/price-spell.ts";
import { partsOf } from "../rules/priced-row.ts";
import { attendanceTable, costedTable, emergencyTable, prescribingTable, spellTable } from "../tables.ts";
import {
  type ActivityFiles,
  type ActivityMart,
  type MartProgress,
  type MartsToMake,
  makeActivityMarts,
  martFiles,
} from "./make-activity-marts.ts";
import {
  practiceAttendances,
  practiceCosted,
  practiceEmergency,
  practicePrescribing,
  practiceSpells,
} from "./marts.ts";
import { activityByStatus, practiceBaseline } from "./readings.ts";

const [own, budget] = [financialYear("2017/18"), financialYear("2018/19")];
const NEXT_YEAR = {
  ...EXAMPLE_PRICES,
  year: budget,
  admitted: new Map(
    [...EXAMPLE_PRICES.admitted].map(([hrg, price]) => [
      hrg,
      { ...price, non_elective_pence: (price.non_elective_pence ?? 0) + 1_000 },
    ]),
  ),
};
const MONTHS = ["2017-04", "2017-05"] as const;

const spells = fc.sample(
  fc.record({
    provider: fc.constantFrom("RWG", "RWH", "NEW"),
    practice: fc.constantFrom("E82001", "E82002", "E82003"),
    commissioner: fc.constantFrom("5QV", "5QW"),
    admission_kind: fc.constantFrom("elective", "emergency", "maternity", null),
    patient_class: fc.constantFrom("1", "2", "3"),
    length_of_stay: fc.nat(40),
    hrg: fc.constantFrom("AA22C", "AA22F", "CA14Z", "A01", null),
  }),
  { seed: 7, numRuns: 500 },
);

let root: string;
let engine: Engine;
let prices: ReadonlyMap<typeof own, PriceFiles>;
let files: ReadonlyMap<string, ActivityFiles>;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "chilford-marts-"));
  engine = await openEngine({ folders: [root], threads: 2 });
  prices = new Map([
    [own, await writePrices(engine, root, EXAMPLE_PRICES)],
    [budget, await writePrices(engine, root, NEXT_YEAR)],
  ]);
  files = new Map(await Promise.all(MONTHS.map(async (at) => [at, await activityOf(at)] as const)));
});
afterAll(() => {
  engine.close();
  rmSync(root, { recursive: true });
});

const attendance = {
  provider: "RDD",
  treatment_function: "100",
  is_first: true,
  is_by_telephone: false,
  is_multi_professional: false,
  was_seen: true,
  hrg: null,
};

async function activityOf(at: string, direction: "forwards" | "backwards" = "forwards"): Promise<ActivityFiles> {
  const path = (kind: string) => join(root, `${kind}-${at}-${direction}.parquet`);
  const placed = { commissioner: "5QV", practice: "E82001", month: at, load: "load-1", source_row: 1, flags: "" };
  const seen = [attendance, { ...attendance, was_seen: false }].map((row) => ({ ...row, month: at }));
  const arrivals = [{ provider: "RC9", department_type: "3", hrg: "VB01Z", month: at }];
  const lines = [19_999, 1].map((cost_pence) => ({
    ...placed,
    service_line: "community",
    provider: null,
    description: "District nursing",
    quantity: 1,
    cost_pence,
  }));
  const numbered = spells.map((spell, number) => spellRow({ ...spell, month: at }, number));
  return {
    spells: [
      await writeExample(
        engine,
        path("spells"),
        spellTable,
        direction === "forwards" ? numbered : numbered.toReversed(),
      ),
    ],
    attendances: [await writeExample(engine, path("attendances"), attendanceTable, seen.map(attendanceRow))],
    emergency: [await writeExample(engine, path("emergency"), emergencyTable, arrivals.map(emergencyRow))],
    costed: [await writeExample(engine, path("costed"), costedTable, lines)],
    prescribing: [
      await writeExample(engine, path("prescribing"), prescribingTable, [
        { ...placed, items: 7, actual_cost_pence: 12_345 },
      ]),
    ],
  };
}

const toMake = (): MartsToMake => ({
  root,
  months: MONTHS.map((at) => ({ month: month(at), files: files.get(at) as ActivityFiles, priceYears: [own, budget] })),
  prices,
  terms: EXAMPLE_TERMS,
});

async function made(request: MartsToMake, tell?: (progress: MartProgress) => void): Promise<readonly ActivityMart[]> {
  const result = await makeActivityMarts(engine, request, tell);
  if ("refused" in result) throw new Error("refused");
  return result.marts;
}

const window = { first_month: "2017-04", last_month: "2017-05" };
const pricedAt = (year: typeof own) => (mart: ActivityMart) => mart.priceYear === year;

describe("marts of activity", () => {
  test("hold every row loaded, priced or with its reason, at each year's prices", async () => {
    const marts = await made(toMake());
    for (const [year, list] of [
      [own, EXAMPLE_PRICES],
      [budget, NEXT_YEAR],
    ] as const) {
      const isSpells = (mart: ActivityMart) => pricedAt(year)(mart) && mart.activity === "spells";
      const rows = await engine.query(activityByStatus, {
        files: { activity: martFiles(root, marts, isSpells) },
        values: window,
      });
      const byHand = spells.map((spell) => priceSpell(spell, list, EXAMPLE_TERMS));
      const [first] = rows.map(({ rows_loaded }) => rows_loaded);
      expect(first).toBeGreaterThan(0);
      expect(rows.reduce((sum, { rows_loaded }) => sum + rows_loaded, 0)).toBe(spells.length * MONTHS.length);
      for (const status of new Set(byHand.map((row) => row.status))) {
        const ours = rows.filter((row) => row.status === status);
        const theirs = byHand.filter((row) => row.status === status);
        const [count, pence] = [theirs.length, theirs.reduce((sum, row) => sum + partsOf(row).price, 0)];
        expect(ours.reduce((sum, row) => sum + row.rows_loaded, 0)).toBe(count * MONTHS.length);
        expect(ours.reduce((sum, row) => sum + row.pence, 0)).toBe(pence * MONTHS.length);
      }
    }
  });

  test("are cut by commissioner and say what they hold", async () => {
    const marts = await made(toMake());
    const spellMarts = marts.filter(({ activity, priceYear }) => activity === "spells" && priceYear === own);
    expect(spellMarts.map(({ month: of, commissioner }) => `${of} ${commissioner}`)).toEqual([
      "2017-04 5QV",
      "2017-04 5QW",
      "2017-05 5QV",
      "2017-05 5QW",
    ]);
    expect(new Set(marts.map(({ mart }) => mart))).toEqual(
      new Set(["practice-activity", "practice-costed", "practice-prescribing"]),
    );
  });

  test("are left alone when they lie there already, and only what changed is made again", async () => {
    await made(toMake());
    const told: MartProgress[] = [];
    const again = await made(toMake(), (progress) => told.push(progress));
    expect(told.filter(({ isNew }) => isNew)).toEqual([]);
    expect(told.at(-1)).toMatchObject({ done: told.length, of: told.length });
    const july = { month: month("2017-07"), files: await activityOf("2017-07"), priceYears: [own] };
    const toldOfJuly: MartProgress[] = [];
    const after = await made({ ...toMake(), months: [...toMake().months, july] }, (progress) =>
      toldOfJuly.push(progress),
    );
    expect(new Set(toldOfJuly.filter(({ isNew }) => isNew).map(({ month: of }) => of))).toEqual(new Set(["2017-07"]));
    expect(after.slice(0, again.length)).toEqual(again);
    const terms = termsWith("marketForcesPaidBy", "centrally");
    const toldOfTerms: MartProgress[] = [];
    await made({ ...toMake(), terms }, (progress) => toldOfTerms.push(progress));
    expect(new Set(toldOfTerms.filter(({ isNew }) => isNew).map(({ activity }) => activity))).toEqual(
      new Set(["spells", "attendances", "emergency"]),
    );
  });

  test("do not depend on the order of rows", async () => {
    const forwards = await activityOf("2017-06");
    const reversed = await activityOf("2017-06", "backwards");
    expect(readFileSync(forwards.spells[0] ?? "").equals(readFileSync(reversed.spells[0] ?? ""))).toBe(false);
    const bytes = async (of: ActivityFiles) => {
      const months = [{ month: month("2017-06"), files: of, priceYears: [own] }];
      const marts = await made({ ...toMake(), months });
      return marts.map(({ path }) => readFileSync(join(root, path)).toString("base64"));
    };
    expect(await bytes(reversed)).toEqual(await bytes(forwards));
  });

  test("refuse a price list that holds a code twice", async () => {
    const twice = new Map(prices);
    const lists = prices.get(own) as PriceFiles;
    twice.set(own, { ...lists, emergency: [...lists.emergency, ...lists.emergency] });
    const result = await makeActivityMarts(engine, { ...toMake(), prices: twice });
    expect(result).toEqual({
      refused: [
        { code: "repeated-price", facts: { year: own, list: "emergency", code: "VB00Z", times: 2 } },
        { code: "repeated-price", facts: { year: own, list: "emergency", code: "VB01Z", times: 2 } },
      ],
    });
  });
});

describe("the baseline", () => {
  const baseline = async (months: MartsToMake["months"], budgetYears: readonly (typeof own)[]) => {
    const marts = await made({ ...toMake(), months });
    const ownFiles = martFiles(root, marts, pricedAt(own));
    const budgetFiles = budgetYears.flatMap((year) => martFiles(root, marts, pricedAt(year)));
    return engine.query(practiceBaseline, { files: { own_year: ownFiles, budget_year: budgetFiles }, values: window });
  };

  test("sets the same activity at its own year's prices beside the budget year's", async () => {
    const rows = await baseline(toMake().months, [budget]);
    expect(rows.every(({ own_rows, budget_rows }) => own_rows === budget_rows)).toBe(true);
    const outpatients = rows.filter(({ point_of_delivery }) => point_of_delivery.startsWith("outpatient"));
    expect(outpatients.map(({ own_pence, budget_pence, own_rows }) => [own_rows, own_pence, budget_pence])).toEqual([
      [2, 18_302, 18_302],
      [2, 18_302, 18_302],
    ]);
    const maternity = rows.filter(({ point_of_delivery }) => point_of_delivery === "non-elective-other");
    expect(maternity.length).toBeGreaterThan(0);
    expect(maternity.every(({ own_pence, budget_pence }) => budget_pence > own_pence)).toBe(true);
    expect(
      rows.every(
        (row) =>
          row.budget_pence === row.budget_base_pence + row.budget_long_stay_pence + row.budget_market_forces_pence,
      ),
    ).toBe(true);
  });

  test("leaves one month alone when another's price year changes", async () => {
    const before = await baseline(toMake().months, [budget]);
    const after = await baseline(
      toMake().months.map((of) => (of.month === "2017-04" ? of : { ...of, priceYears: [own] })),
      [budget],
    );
    const april = (rows: typeof before) => rows.filter(({ month: of }) => of === "2017-04");
    expect(april(after)).toEqual(april(before));
    expect(after.filter(({ month: of }) => of === "2017-05").every(({ budget_pence }) => budget_pence === 0)).toBe(
      true,
    );
  });
});

test("costed lines and prescribing are added up by month", async () => {
  const marts = await made(toMake());
  const read = (name: ActivityMart["mart"]) => martFiles(root, marts, ({ mart }) => mart === name);
  const [costed] = await engine.query(practiceCosted, {
    files: { costed: files.get("2017-04")?.costed ?? [] },
    values: {},
  });
  const [prescribed] = await engine.query(practicePrescribing, {
    files: { prescribing: files.get("2017-04")?.prescribing ?? [] },
    values: {},
  });
  expect(prescribed).toMatchObject({ practice: "E82001", items: 7, pence: 12_345 });
  expect(costed).toMatchObject({ practice: "E82001", service_line: "community", rows_loaded: 2, pence: 20_000 });
  expect([read("practice-costed").length, read("practice-prescribing").length]).toEqual([2, 2]);
});

test("the models agree with their declarations", async () => {
  const models = [practiceSpells, practiceAttendances, practiceEmergency, practiceCosted, practicePrescribing];
  const found = await Promise.all([...models, practiceBaseline, activityByStatus].map((each) => engine.check(each)));
  expect(found.flat()).toEqual([]);
});
