import { describe, expect, test } from "vitest";
import { firstUnsound } from "#kernel/explanation.ts";
import { EXAMPLE_PRICES } from "../examples/example-prices.ts";
import { EXAMPLE_TERMS } from "../examples/example-terms.ts";
import { type EmergencyToPrice, priceEmergency } from "./price-emergency.ts";
import { partsOf } from "./priced-row.ts";

const major: EmergencyToPrice = { provider: "RC9", department_type: "1", hrg: "VB01Z" };
const price = (attendance: Partial<EmergencyToPrice>, prices = EXAMPLE_PRICES) =>
  priceEmergency({ ...major, ...attendance }, prices, EXAMPLE_TERMS);

describe("an accident and emergency attendance worked out by hand", () => {
  test.each([
    // national-tariff-2017-19 ¶emergency-1: £322 × 1.120265 = 360.72533.
    ["1", "a-and-e-1-2", 36_073],
    ["2", "a-and-e-1-2", 36_073],
    // £63 × 1.120265 = 70.576695.
    ["3", "a-and-e-3", 7_058],
  ] as const)("in a department of type %s", (type, pointOfDelivery, expected) => {
    const row = price({ department_type: type });
    expect([row.pointOfDelivery, row.status, partsOf(row).price]).toEqual([pointOfDelivery, "priced", expected]);
    expect(row.kind === "priced" && firstUnsound(row.price)).toBe(undefined);
  });
});

describe("an accident and emergency attendance without a price says why", () => {
  test.each([
    ["no-price-for-point-of-delivery", { department_type: "4" }],
    ["department-type-not-known", { department_type: null }],
    ["department-type-not-known", { department_type: "9" }],
    ["no-hrg", { hrg: null }],
    ["hrg-not-in-price-list", { hrg: "AA22C" }],
    ["no-price-for-point-of-delivery", { hrg: "VB00Z", department_type: "3" }],
  ] as const)("%s", (reason, attendance) => {
    const row = price(attendance);
    expect([row.kind, row.status]).toEqual(["unpriced", reason]);
  });
  test("no-price-list", () => {
    expect(price({}, { ...EXAMPLE_PRICES, emergency: new Map() }).status).toBe("no-price-list");
  });
});
