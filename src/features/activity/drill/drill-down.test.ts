import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { month } from "#kernel/period.ts";
import { type Engine, openEngine } from "#platform/engine/index.ts";
import { writeExample, writePrices } from "../examples/example-lake.ts";
import { EXAMPLE_PRICES } from "../examples/example-prices.ts";
import { attendanceRow, emergencyRow, spellRow } from "../examples/example-rows.ts";
import { EXAMPLE_TERMS } from "../examples/example-terms.ts";
import { type PriceFiles, readPrices } from "../pricing/price-files.ts";
import { partsOf } from "../rules/priced-row.ts";
import { attendanceTable, emergencyTable, spellTable } from "../tables.ts";
import { activityByCurrency, activityRows, type DrillRequest } from "./drill-down.ts";
import {
  attendanceRows,
  attendancesByCurrency,
  emergencyByCurrency,
  emergencyRows,
  spellRows,
  spellsByCurrency,
} from "./drill-models.ts";
import { attendanceToPrice, emergencyToPrice, explainRow, spellToPrice } from "./explain-row.ts";

const emergency = { provider: "RWG", admission_kind: "emergency", patient_class: "1", length_of_stay: 0, hrg: "AA22C" };
const spells = [
  emergency,
  { ...emergency, provider: "RWH" },
  { ...emergency, hrg: "AA22F", length_of_stay: 30 },
  { ...emergency, hrg: null },
  { ...emergency, length_of_stay: 2 },
  { ...emergency, practice: "E82002" },
  { ...emergency, month: "2018-04" },
  { ...emergency, admission_kind: "elective" },
];
const attendance = {
  provider: "RDD",
  treatment_function: "100",
  is_first: true,
  is_by_telephone: false,
  is_multi_professional: false,
  was_seen: true,
  hrg: null,
};

let root: string;
let engine: Engine;
let prices: PriceFiles;
let files: Readonly<Record<"spells" | "attendances" | "emergency", string>>;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "chilford-drill-"));
  engine = await openEngine({ folders: [root], threads: 2 });
  prices = await writePrices(engine, root, EXAMPLE_PRICES);
  const arrivals = [{ provider: "RC9", department_type: "1", hrg: "VB01Z" }];
  files = {
    spells: await writeExample(engine, join(root, "spells.parquet"), spellTable, spells.map(spellRow)),
    attendances: await writeExample(engine, join(root, "at.parquet"), attendanceTable, [attendance].map(attendanceRow)),
    emergency: await writeExample(engine, join(root, "ae.parquet"), emergencyTable, arrivals.map(emergencyRow)),
  };
});
afterAll(() => {
  engine.close();
  rmSync(root, { recursive: true });
});

const request = (more: Partial<DrillRequest> = {}): DrillRequest => ({
  practice: "E82001",
  firstMonth: month("2017-04"),
  lastMonth: month("2018-03"),
  pointOfDelivery: "emergency",
  priceYear: EXAMPLE_PRICES.year,
  terms: EXAMPLE_TERMS,
  files: [files.spells],
  prices,
  timeLimit: 60_000,
  ...more,
});

describe("behind a figure", () => {
  test("its activity by HRG, provider and status, dearest first, of that practice and window only", async () => {
    const rows = await activityByCurrency(engine, request());
    expect(
      rows.map((row) => [row.currency, row.provider, row.status, row.rows_loaded, row.bed_days, row.pence]),
    ).toEqual([
      ["AA22C", "RWG", "priced", 2, 2, 343_033 + 1_143_365],
      ["AA22F", "RWG", "priced", 1, 30, 500_852],
      ["AA22C", "RWH", "priced", 1, 0, 334_155],
      [null, "RWG", "no-hrg", 1, 0, 0],
    ]);
  });

  test("the rows of one HRG, a page at a time, with or without a provider", async () => {
    const pages = { currency: "AA22C", provider: null, count: 2, skip: 0 };
    const [first, second, own] = await Promise.all([
      activityRows(engine, { ...request(), ...pages }),
      activityRows(engine, { ...request(), ...pages, skip: 2 }),
      activityRows(engine, { ...request(), ...pages, provider: "RWH" }),
    ]);
    expect([first, second, own].map((rows) => rows.map(({ row_id }) => row_id))).toEqual([
      ["S0", "S4"],
      ["S1"],
      ["S1"],
    ]);
    expect(first[0]).toMatchObject({ base_pence: 293_000, market_forces_pence: 50_033, pence: 343_033 });
  });

  test("the rows without an HRG", async () => {
    const rows = await activityRows(engine, { ...request(), currency: null, provider: null, count: 10, skip: 0 });
    expect(rows.map(({ row_id, status }) => [row_id, status])).toEqual([["S3", "no-hrg"]]);
  });

  test("outpatients and A&E by the same question", async () => {
    const about = { firstMonth: month("2017-04"), lastMonth: month("2017-04") };
    const seen = request({ ...about, pointOfDelivery: "outpatient-first", files: [files.attendances] });
    const arrived = request({ ...about, pointOfDelivery: "a-and-e-1-2", files: [files.emergency] });
    expect(await activityByCurrency(engine, seen)).toMatchObject([{ currency: "100", pence: 18_302 }]);
    expect(await activityByCurrency(engine, arrived)).toMatchObject([{ currency: "VB01Z", pence: 36_073 }]);
    const page = { provider: null, count: 5, skip: 0 };
    expect(await activityRows(engine, { ...seen, ...page, currency: "100" })).toHaveLength(1);
    expect(await activityRows(engine, { ...arrived, ...page, currency: "VB01Z" })).toHaveLength(1);
  });
});

describe("a single row", () => {
  const row = { practice: "E82001", load: "load-1" };
  const explained = async (activity: "spells" | "attendances" | "emergency", sourceRow: number) => {
    const lists = await readPrices(engine, prices, EXAMPLE_PRICES.year);
    return explainRow(engine, { ...row, activity, sourceRow, files: [files[activity]] }, lists, EXAMPLE_TERMS);
  };
  test("is explained to the same penny as in the marts", async () => {
    const found = [await explained("spells", 2), await explained("attendances", 0), await explained("emergency", 0)];
    expect(found.map((each) => each && partsOf(each).price)).toEqual([500_852, 18_302, 36_073]);
  });
  test("of another practice is not found", async () => {
    expect(await explained("spells", 5)).toBe(undefined);
  });
});

test("the models agree with their declarations", async () => {
  const models = [
    spellsByCurrency,
    attendancesByCurrency,
    emergencyByCurrency,
    spellRows,
    attendanceRows,
    emergencyRows,
  ];
  const single = [spellToPrice, attendanceToPrice, emergencyToPrice];
  const found = await Promise.all([...models, ...single].map((each) => engine.check(each)));
  expect(found.flat()).toEqual([]);
});
