import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roundedQuotient } from "#kernel/money.ts";
import { type Engine, openEngine } from "#platform/engine/index.ts";
import { writeExample, writePrices } from "../examples/example-lake.ts";
import { attendanceRow, emergencyRow, spellRow } from "../examples/example-rows.ts";
import { EXAMPLE_TERMS } from "../examples/example-terms.ts";
import { type PublishedTariff, publishedTariff } from "../examples/published-tariff.ts";
import { priceAttendance } from "../rules/price-attendance.ts";
import { priceEmergency } from "../rules/price-emergency.ts";
import { priceSpell, type SpellToPrice } from "../rules/price-spell.ts";
import { partsOf } from "../rules/priced-row.ts";
import { attendanceTable, emergencyTable, spellTable } from "../tables.ts";
import { pricedAttendances, pricedEmergency, pricedSpells } from "./priced.ts";
import { pricingValues } from "./pricing-values.ts";

const shared = process.env.CHILFORD_SHARED_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const folder = join(shared, "national-tariff-2017-19");

const spell = (hrg: string, kind: string, patientClass: string, days: number): SpellToPrice => ({
  provider: "RWG",
  admission_kind: kind,
  patient_class: patientClass,
  length_of_stay: days,
  hrg,
});

/** Every way of being admitted, for every HRG, up to and beyond its trim points. */
function spellsOf({ prices }: PublishedTariff): readonly SpellToPrice[] {
  return [...prices.admitted.values()].flatMap(
    ({ hrg, elective_trim_days: elective, non_elective_trim_days: other }) => [
      spell(hrg, "elective", "2", 0),
      spell(hrg, "elective", "1", (elective ?? 0) + 2),
      spell(hrg, "emergency", "1", 0),
      spell(hrg, "emergency", "1", 1),
      spell(hrg, "emergency", "1", other ?? 2),
      spell(hrg, "emergency", "1", (other ?? 0) + 3),
      spell(hrg, "maternity", "1", 1),
    ],
  );
}

// Skipped where the published lists are not there: set CHILFORD_SHARED_DATA to the folder that has them.
describe.skipIf(!existsSync(folder)).each(["2017-18", "2018-19"])("the published prices of %s", (year) => {
  let root: string;
  let engine: Engine;
  let tariff: PublishedTariff;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "chilford-tariff-"));
    engine = await openEngine({ folders: [root], threads: 2 });
    tariff = publishedTariff(folder, year);
  });
  afterAll(() => {
    engine.close();
    rmSync(root, { recursive: true });
  });

  test("price every HRG however the patient came in", () => {
    const { prices } = tariff;
    expect([prices.admitted.size, prices.marketForces.size]).toEqual([2_303, 237]);
    const rows = spellsOf(tariff).map((each) => priceSpell(each, prices, EXAMPLE_TERMS));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["priced"]));
  });

  test("state short-stay prices, which are used as stated where they differ from their percentage", () => {
    const { prices, shortStayRates } = tariff;
    expect(shortStayRates.size).toBe(692);
    const stated = [...prices.admitted.values()].filter((price) => price.short_stay_emergency_pence !== null);
    for (const { hrg, short_stay_emergency_pence } of stated) {
      expect(partsOf(priceSpell(spell(hrg, "emergency", "1", 1), prices, EXAMPLE_TERMS)).base).toBe(
        short_stay_emergency_pence,
      );
    }
    const inPounds = (hrg: string, full: number) =>
      Number(roundedQuotient(BigInt(full * (shortStayRates.get(hrg) ?? 0)), 1_000_000n)) * 100;
    const differing = stated.filter(
      ({ hrg, non_elective_pence: full, short_stay_emergency_pence: short }) => inPounds(hrg, full ?? 0) !== short,
    );
    expect([stated.length, differing.length]).toEqual([692, year === "2017-18" ? 73 : 85]);
  });

  test("give the same pence in bulk as row by row", async () => {
    const { prices } = tariff;
    const files = await writePrices(engine, root, prices);
    const values = pricingValues(prices.year, EXAMPLE_TERMS);
    const spells = spellsOf(tariff);
    const path = await writeExample(engine, join(root, "spells.parquet"), spellTable, spells.map(spellRow));
    const priced = await engine.query(pricedSpells, {
      files: { spells: [path], prices: files.admitted, factors: files.marketForces },
      values: values.spells,
    });
    const bulk = new Map(priced.map((row) => [row.source_row, row.pence]));
    expect(spells.map((_, at) => bulk.get(at))).toEqual(
      spells.map((each) => partsOf(priceSpell(each, prices, EXAMPLE_TERMS)).price),
    );
  });

  test("price every outpatient procedure, treatment function and kind of A&E attendance alike in bulk", async () => {
    const { prices } = tariff;
    const files = await writePrices(engine, root, prices);
    const values = pricingValues(prices.year, EXAMPLE_TERMS);
    const usual = { provider: "RWH", is_by_telephone: false, was_seen: true };
    const procedures = [...prices.admitted.values()].filter(({ outpatient_procedure_pence: own }) => own !== null);
    const kinds = [true, false].flatMap((is_first) =>
      [true, false].map((is_multi_professional) => ({ ...usual, is_first, is_multi_professional })),
    );
    const attendances = [
      ...procedures.flatMap(({ hrg }) => kinds.map((kind) => ({ ...kind, hrg, treatment_function: "100" }))),
      ...[...prices.outpatient.keys()].flatMap((code) =>
        kinds.map((kind) => ({ ...kind, hrg: null, treatment_function: code })),
      ),
    ];
    expect([procedures.length, prices.outpatient.size, prices.emergency.size]).toEqual([240, 56, 12]);
    const path = await writeExample(engine, join(root, "at.parquet"), attendanceTable, attendances.map(attendanceRow));
    const priced = await engine.query(pricedAttendances, {
      files: {
        attendances: [path],
        prices: files.outpatient,
        procedures: files.admitted,
        factors: files.marketForces,
      },
      values: values.attendances,
    });
    const byRow = (rows: readonly { readonly source_row: number; readonly pence: number }[]) =>
      rows.toSorted((a, b) => a.source_row - b.source_row).map(({ pence: each }) => each);
    expect(byRow(priced)).toEqual(
      attendances.map((each) => partsOf(priceAttendance(each, prices, EXAMPLE_TERMS)).price),
    );
    const arrivals = [...prices.emergency.keys()].flatMap((hrg) =>
      ["1", "2", "3"].map((department_type) => ({ provider: "RC9", department_type, hrg })),
    );
    const at = await writeExample(engine, join(root, "ae.parquet"), emergencyTable, arrivals.map(emergencyRow));
    const emergency = await engine.query(pricedEmergency, {
      files: { attendances: [at], prices: files.emergency, factors: files.marketForces },
      values: values.emergency,
    });
    expect(byRow(emergency)).toEqual(
      arrivals.map((each) => partsOf(priceEmergency(each, prices, EXAMPLE_TERMS)).price),
    );
  });
});
