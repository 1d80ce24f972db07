import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { admittedPriceTable, emergencyPriceTable, marketForcesTable, outpatientPriceTable } from "../tables.ts";
import { type LoadingBench, openLoadingBench, reportIn } from "./examples/loading-bench.ts";

const shared = process.env.CHILFORD_SHARED_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const folder = join(shared, "national-tariff-2017-19");

const settings = { price_year: "2017/18" };

describe("a price list of the national tariff", () => {
  let bench: LoadingBench;
  beforeAll(async () => {
    bench = await openLoadingBench();
  });
  afterAll(() => bench.close());

  const header =
    "hrg_code,hrg_name,outpatient_procedure_tariff,combined_daycase_ordinary_elective_tariff,daycase_tariff,ordinary_elective_tariff,ordinary_elective_trim_point_days,non_elective_tariff,non_elective_trim_point_days,per_day_long_stay_payment,reduced_short_stay_emergency_applicable,reduced_short_stay_emergency_percentage,reduced_short_stay_emergency_tariff";

  test("has its combined price for day cases and ordinary admissions, and a short-stay price only where it is marked", async () => {
    const lines = [
      header,
      'AA01A,"Something, with more",140,1500,-,-,12,1750,20,240,Yes,0.3,525',
      "AA02B,Two prices,-,-,400,900.50,5,1000,9,240,No,-,300",
      "AA03C,Only non-elective,-,-,-,-,-,88,9,240,-,-,-",
    ];
    expect(reportIn(await bench.load(lines, { settings })).rows).toMatchObject({ read: 3, accepted: 3 });
    expect(await bench.rows(admittedPriceTable)).toMatchObject([
      {
        ...{ price_year: "2017/18", hrg: "AA01A", name: "Something, with more", day_case_pence: 150000 },
        ...{ ordinary_elective_pence: 150000, elective_trim_days: 12, non_elective_pence: 175000 },
        ...{ non_elective_trim_days: 20, long_stay_day_pence: 24000, short_stay_emergency_pence: 52500 },
        outpatient_procedure_pence: 14000,
      },
      { day_case_pence: 40000, ordinary_elective_pence: 90050, short_stay_emergency_pence: null },
      { day_case_pence: null, ordinary_elective_pence: null, elective_trim_days: null, non_elective_pence: 8800 },
    ]);
  });

  test("is not loaded without the year of its prices", async () => {
    const outcome = await bench.load([header, "AA01A,Name,-,1,-,-,1,1,1,1,No,-,-"]);
    expect(outcome).toMatchObject({ kind: "refused", refused: [{ code: "setting-missing" }] });
  });

  test("has market forces in millionths", async () => {
    await bench.load(["provider_code,provider_name,mff_payment_index", "RXA,First Hospital,1.015265"], { settings });
    expect(await bench.rows(marketForcesTable)).toEqual([
      { price_year: "2017/18", provider: "RXA", name: "First Hospital", factor_millionths: 1_015_265 },
    ]);
  });
});

// Skipped where the published lists are not there: set CHILFORD_SHARED_DATA to the folder that has them.
describe.skipIf(!existsSync(folder))("the published national tariff, as it is", () => {
  let bench: LoadingBench;
  beforeAll(async () => {
    bench = await openLoadingBench([], [shared]);
  });
  afterAll(() => bench.close());

  test("has the prices of both years, loaded as a batch each", async () => {
    for (const [year, price_year] of [
      ["2017-18", "2017/18"],
      ["2018-19", "2018/19"],
    ] as const) {
      for (const list of ["admitted-patient-care", "outpatient-attendances", "emergency-medicine"]) {
        const file = join(folder, `${list}-${year}.csv`);
        const { rows } = reportIn(await bench.loadFile(file, { settings: { price_year }, batch: year }));
        expect(rows).toMatchObject({ flagged: 0, rejected: 0 });
      }
    }
    const admitted = await bench.rows(admittedPriceTable);
    const priced = (column: keyof (typeof admitted)[number]) =>
      admitted.filter((row) => row[column] !== null).length / 2;
    expect(
      ["hrg", "day_case_pence", "ordinary_elective_pence", "non_elective_pence"].map((name) => priced(name as "hrg")),
    ).toEqual([2303, 2303, 2303, 2303]);
    expect([priced("short_stay_emergency_pence"), priced("outpatient_procedure_pence")]).toEqual([692, 240]);
    expect(await bench.rows(outpatientPriceTable)).toHaveLength(2 * 56);
    expect(await bench.rows(emergencyPriceTable)).toHaveLength(2 * 12);
  });

  test("has market forces of 237 providers", async () => {
    const report = reportIn(await bench.loadFile(join(folder, "market-forces-factor.csv"), { settings }));
    expect(report.rows).toEqual({ read: 237, accepted: 237, flagged: 0, rejected: 0 });
  });
});
