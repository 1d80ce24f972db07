import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Engine, openEngine, type Row } from "#platform/engine/index.ts";
import { writeExample, writePrices } from "../examples/example-lake.ts";
import { EXAMPLE_PRICES } from "../examples/example-prices.ts";
import { attendanceRow, emergencyRow, spellRow } from "../examples/example-rows.ts";
import { EXAMPLE_TERMS, termsWith } from "../examples/example-terms.ts";
import { priceAttendance } from "../rules/price-attendance.ts";
import { priceEmergency } from "../rules/price-emergency.ts";
import { priceSpell } from "../rules/price-spell.ts";
import { PRICED_STATUSES, UNPRICED_REASONS } from "../rules/price-status.ts";
import { type PricedRow, partsOf } from "../rules/priced-row.ts";
import type { PricingTerms } from "../rules/pricing-terms.ts";
import { attendanceTable, emergencyTable, spellTable } from "../tables.ts";
import { type PriceFiles, readPrices } from "./price-files.ts";
import { pricedAttendances, type pricedColumns, pricedEmergency, pricedSpells } from "./priced.ts";
import { pricingValues } from "./pricing-values.ts";

const SEEDED = { seed: 20_070_401, numRuns: 4_000 };
const provider = fc.constantFrom("RC9", "RDD", "RWG", "RWH", "RXX", "NEW");
const flag = fc.boolean();

const spells = fc.sample(
  fc.record({
    provider,
    admission_kind: fc.constantFrom("elective", "emergency", "emergency", "maternity", "transfer", "other", null),
    patient_class: fc.constantFrom("1", "1", "1", "2", "3", "4", "5", null),
    length_of_stay: fc.oneof(fc.nat(3), fc.nat(40), fc.nat(400)),
    hrg: fc.constantFrom("AA22C", "AA22F", "CA11A", "CA14Z", "DZ10J", "ZZ01Z", "A01", null),
  }),
  SEEDED,
);
const attendances = fc.sample(
  fc.record({
    provider,
    treatment_function: fc.constantFrom("100", "100", "999", "17A", null),
    is_first: flag,
    is_by_telephone: fc.constantFrom(true, false, false, false),
    is_multi_professional: flag,
    was_seen: fc.constantFrom(true, true, true, false),
    hrg: fc.constantFrom("CA14Z", "CA11A", "A01", null, null),
  }),
  SEEDED,
);
const arrivals = fc.sample(
  fc.record({
    provider,
    department_type: fc.constantFrom("1", "2", "3", "4", "9", null),
    hrg: fc.constantFrom("VB01Z", "VB01Z", "VB00Z", "AA22C", null),
  }),
  SEEDED,
);

let root: string;
let engine: Engine;
let prices: PriceFiles;
let files: { readonly spells: string[]; readonly attendances: string[]; readonly emergency: string[] };
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "chilford-pricing-"));
  engine = await openEngine({ folders: [root], threads: 2 });
  prices = await writePrices(engine, root, EXAMPLE_PRICES);
  files = {
    spells: [await writeExample(engine, join(root, "spells.parquet"), spellTable, spells.map(spellRow))],
    attendances: [
      await writeExample(engine, join(root, "attendances.parquet"), attendanceTable, attendances.map(attendanceRow)),
    ],
    emergency: [
      await writeExample(engine, join(root, "emergency.parquet"), emergencyTable, arrivals.map(emergencyRow)),
    ],
  };
});
afterAll(() => {
  engine.close();
  rmSync(root, { recursive: true });
});

type Priced = Row<typeof pricedColumns>;

function told(row: PricedRow) {
  const { base, longStay, longStayDays, price } = partsOf(row);
  return [row.pointOfDelivery, row.currency, row.status, longStayDays, base, longStay, price];
}

function inOrder(rows: readonly Priced[]) {
  return rows
    .toSorted((a, b) => a.source_row - b.source_row)
    .map((row) => [
      row.point_of_delivery,
      row.currency,
      row.status,
      row.long_stay_days,
      row.base_pence,
      row.long_stay_pence,
      row.pence,
    ]);
}

const inBulk = {
  spells: (terms: PricingTerms, year = EXAMPLE_PRICES.year) =>
    engine.query(pricedSpells, {
      files: { spells: files.spells, prices: prices.admitted, factors: prices.marketForces },
      values: pricingValues(year, terms).spells,
    }),
  attendances: (terms: PricingTerms, year = EXAMPLE_PRICES.year) =>
    engine.query(pricedAttendances, {
      files: {
        attendances: files.attendances,
        prices: prices.outpatient,
        procedures: prices.admitted,
        factors: prices.marketForces,
      },
      values: pricingValues(year, terms).attendances,
    }),
  emergency: (terms: PricingTerms, year = EXAMPLE_PRICES.year) =>
    engine.query(pricedEmergency, {
      files: { attendances: files.emergency, prices: prices.emergency, factors: prices.marketForces },
      values: pricingValues(year, terms).emergency,
    }),
};

const rules: readonly (readonly [string, PricingTerms])[] = [
  ["as England has them", EXAMPLE_TERMS],
  ["with market forces paid centrally", termsWith("marketForcesPaidBy", "centrally")],
  ["without long-stay payments", termsWith("longStayDays", "none")],
  ["with a short stay of under four days", termsWith("shortStayUnderDays", 4)],
  ["without procedure prices", termsWith("outpatientProcedures", "attendance-price")],
  [
    "with other patient classes",
    { ...termsWith("excludedClasses", ["5"]), dayCaseClasses: termsWith("dayCaseClasses", ["1", "3"]).dayCaseClasses },
  ],
  ["with other departments", termsWith("emergencyDepartments", { "1": "type-3", "4": "type-1-2", "9": "none" })],
];

describe.each(rules)("in bulk and row by row, the rules %s give the same pence", (_what, terms) => {
  test("for spells", async () => {
    expect(inOrder(await inBulk.spells(terms))).toEqual(
      spells.map((spell) => told(priceSpell(spell, EXAMPLE_PRICES, terms))),
    );
  });
  test("for attendances", async () => {
    expect(inOrder(await inBulk.attendances(terms))).toEqual(
      attendances.map((attendance) => told(priceAttendance(attendance, EXAMPLE_PRICES, terms))),
    );
  });
  test("for accident and emergency attendances", async () => {
    expect(inOrder(await inBulk.emergency(terms))).toEqual(
      arrivals.map((arrival) => told(priceEmergency(arrival, EXAMPLE_PRICES, terms))),
    );
  });
});

test("the random rows meet every status there is but a missing list", async () => {
  const all = await Promise.all([
    inBulk.spells(EXAMPLE_TERMS),
    inBulk.attendances(EXAMPLE_TERMS),
    inBulk.emergency(EXAMPLE_TERMS),
  ]);
  const met = new Set(all.flat().map(({ status }) => status));
  const known = [...Object.keys(PRICED_STATUSES), ...Object.keys(UNPRICED_REASONS)];
  expect(known.filter((status) => !met.has(status as never))).toEqual(["no-price-list"]);
});

test("a year without price lists prices nothing and says so, where nothing else is the matter", async () => {
  const year = "2018/19" as typeof EXAMPLE_PRICES.year;
  const none = { year, admitted: new Map(), outpatient: new Map(), emergency: new Map(), marketForces: new Map() };
  const rows = await inBulk.spells(EXAMPLE_TERMS, year);
  expect(inOrder(rows)).toEqual(spells.map((spell) => told(priceSpell(spell, none, EXAMPLE_TERMS))));
  expect(rows.filter(({ status }) => status === "no-price-list").length).toBeGreaterThan(1_000);
});

test("price lists are read back as they were written", async () => {
  expect(await readPrices(engine, prices, EXAMPLE_PRICES.year)).toEqual(EXAMPLE_PRICES);
});

test("the models agree with their declarations", async () => {
  const found = await Promise.all(
    [pricedSpells, pricedAttendances, pricedEmergency].map((model) => engine.check(model)),
  );
  expect(found.flat()).toEqual([]);
});
