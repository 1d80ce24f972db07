import { describe, expect, test } from "vitest";
import { figureAt, firstUnsound } from "#kernel/explanation.ts";
import { EXAMPLE_PRICES } from "../examples/example-prices.ts";
import { EXAMPLE_TERMS, termsWith } from "../examples/example-terms.ts";
import { priceSpell, type SpellToPrice } from "./price-spell.ts";
import { partsOf } from "./priced-row.ts";

const emergency: SpellToPrice = {
  provider: "RWG",
  admission_kind: "emergency",
  patient_class: "1",
  length_of_stay: 0,
  hrg: "AA22C",
};
const elective = { ...emergency, admission_kind: "elective" };
const price = (spell: Partial<SpellToPrice>, terms = EXAMPLE_TERMS, prices = EXAMPLE_PRICES) =>
  priceSpell({ ...emergency, ...spell }, prices, terms);
const pence = (spell: Partial<SpellToPrice>, terms = EXAMPLE_TERMS) => partsOf(price(spell, terms)).price;

describe("a spell worked out by hand", () => {
  test.each([
    // national-tariff-2017-19 ¶admitted-5: £2,930 as stated × 1.170761 = 3,430.32973.
    ["an emergency of no days at the short-stay price", {}, "emergency", 343_033],
    // ¶admitted-2: £9,766 × 1.170761 = 11,433.651926.
    ["an emergency of two days at the full price", { length_of_stay: 2 }, "emergency", 1_143_365],
    // ¶admitted-3: at the trim point of 26 days nothing is added. £3,318 × 1.170761 = 3,884.584998.
    ["a stay up to the trim point", { hrg: "AA22F", length_of_stay: 26 }, "emergency", 388_458],
    // ¶admitted-4: (£3,318 + 4 × £240) × 1.170761 = 5,008.515558.
    ["a stay four days beyond the trim point", { hrg: "AA22F", length_of_stay: 30 }, "emergency", 500_852],
    // ¶admitted-3: elective trim point of 8 days. (£1,212 + 2 × £240) × 1.170761 = 1,980.927612.
    ["an elective stay of ten days", { ...elective, hrg: "AA22F", length_of_stay: 10 }, "elective-ordinary", 198_093],
    // ¶admitted-1: an HRG with a price for each. £1,237 × 1.170761 = 1,448.231357.
    ["a day case", { ...elective, hrg: "CA11A", patient_class: "2" }, "day-case", 144_823],
    // ¶admitted-1: £1,119 × 1.170761 = 1,310.081559.
    ["an ordinary elective admission", { ...elective, hrg: "CA11A", length_of_stay: 1 }, "elective-ordinary", 131_008],
    // settled ¶prices-7: no short-stay reduction. £9,766 × 1.170761 = 11,433.651926.
    ["a transfer of no days", { admission_kind: "transfer" }, "non-elective-other", 1_143_365],
    // ¶admitted-6: stated £1,569, although 30% of £5,228 is £1,568.40. £1,569 × 1.140461 = 1,789.383309.
    ["a stated short-stay price", { hrg: "DZ10J", length_of_stay: 1, provider: "RWH" }, "emergency", 178_938],
    // A half goes up: £500 × 1.000010 = 500.005.
    ["half a penny", { hrg: "ZZ01Z", provider: "RXX" }, "emergency", 50_001],
  ] as const)("%s", (_what, spell, pointOfDelivery, expected) => {
    const row = price(spell);
    expect([row.pointOfDelivery, row.status, partsOf(row).price]).toEqual([pointOfDelivery, "priced", expected]);
    expect(row.kind === "priced" && firstUnsound(row.price)).toBe(undefined);
  });

  test("shows its parts, its rules and where its prices stand", () => {
    const row = price({ hrg: "AA22F", length_of_stay: 30 });
    expect(partsOf(row)).toEqual({
      base: 331_800,
      longStayDays: 4,
      longStay: 96_000,
      marketForces: 500_852 - 427_800,
      price: 500_852,
    });
    const figure = row.kind === "priced" ? row.price : undefined;
    const at = (...address: string[]) => figure && figureAt(figure, address);
    expect(at("before-market-forces", "base")?.origin?.keys).toMatchObject({
      code: "AA22F",
      column: "non_elective_pence",
    });
    expect(at("before-market-forces", "long-stay")?.rules?.[0]?.cited.rule).toBe("price.long-stay-days");
    expect(at("market-forces-factor")).toMatchObject({ value: 1_170_761, origin: { keys: { code: "RWG" } } });
  });
});

describe("a rule otherwise", () => {
  test("market forces paid centrally are not in the price", () => {
    expect(pence({}, termsWith("marketForcesPaidBy", "centrally"))).toBe(293_000);
    expect(price({ provider: "NEW" }, termsWith("marketForcesPaidBy", "centrally")).status).toBe("priced");
  });
  test("a short stay of under three days, or of none", () => {
    expect(pence({ length_of_stay: 2 }, termsWith("shortStayUnderDays", 3))).toBe(343_033);
    expect(pence({}, termsWith("shortStayUnderDays", 0))).toBe(1_143_365);
  });
  test("no payment for long stays", () => {
    expect(pence({ hrg: "AA22F", length_of_stay: 30 }, termsWith("longStayDays", "none"))).toBe(388_458);
  });
});

describe("a spell without a price says why", () => {
  test.each([
    ["no-hrg", { hrg: null }],
    ["hrg-not-in-price-list", { hrg: "A01" }],
    ["no-price-for-point-of-delivery", { ...elective, hrg: "ZZ01Z" }],
    ["regular-attender", { ...elective, patient_class: "3" }],
    ["regular-attender", { patient_class: "4" }],
    ["admission-method-not-known", { admission_kind: null }],
  ] as const)("%s", (reason, spell) => {
    const row = price(spell);
    expect([row.kind, row.status]).toEqual(["unpriced", reason]);
    expect(partsOf(row).price).toBe(0);
  });
  test("no-price-list", () => {
    expect(price({}, EXAMPLE_TERMS, { ...EXAMPLE_PRICES, admitted: new Map() }).status).toBe("no-price-list");
  });
});

test("a provider without a market forces factor counts with 1, and the row and its figure say so", () => {
  const row = price({ provider: "NEW" });
  expect([row.status, partsOf(row).price]).toEqual(["priced-without-market-forces", 293_000]);
  const factor = row.kind === "priced" ? figureAt(row.price, ["market-forces-factor"]) : undefined;
  expect(factor?.caution).toBe("No market forces factor is loaded for NEW in 2017/18, so 1 was used.");
});

test("a day case whose method is not known is elective all the same", () => {
  expect(price({ admission_kind: null, patient_class: "2", hrg: "CA11A" }).pointOfDelivery).toBe("day-case");
});
