import { describe, expect, test } from "vitest";
import { firstUnsound } from "#kernel/explanation.ts";
import { EXAMPLE_PRICES } from "../examples/example-prices.ts";
import { EXAMPLE_TERMS, termsWith } from "../examples/example-terms.ts";
import { type AttendanceToPrice, priceAttendance } from "./price-attendance.ts";
import { partsOf } from "./priced-row.ts";

const first: AttendanceToPrice = {
  provider: "RDD",
  treatment_function: "100",
  is_first: true,
  is_by_telephone: false,
  is_multi_professional: false,
  was_seen: true,
  hrg: null,
};
const price = (attendance: Partial<AttendanceToPrice>, terms = EXAMPLE_TERMS, prices = EXAMPLE_PRICES) =>
  priceAttendance({ ...first, ...attendance }, prices, terms);

describe("an attendance worked out by hand", () => {
  test.each([
    // national-tariff-2017-19 ¶outpatients-1: £163 × 1.122845 = 183.023735.
    ["first, one professional", {}, "outpatient-first", 18_302],
    // £206 × 1.122845 = 231.30607.
    ["first, several", { is_multi_professional: true }, "outpatient-first", 23_131],
    // £70 × 1.122845 = 78.59915.
    ["follow-up, one professional", { is_first: false }, "outpatient-follow-up", 7_860],
    // £104 × 1.122845 = 116.77588.
    ["follow-up, several", { is_first: false, is_multi_professional: true }, "outpatient-follow-up", 11_678],
    // ¶outpatients-2: £108 × 1.122845 = 121.26726.
    ["a procedure with a price of its own", { hrg: "CA14Z" }, "outpatient-procedure", 12_127],
    [
      "a procedure whose function has no price",
      { hrg: "CA14Z", treatment_function: null },
      "outpatient-procedure",
      12_127,
    ],
    ["an HRG without a procedure price", { hrg: "CA11A" }, "outpatient-first", 18_302],
  ] as const)("%s", (_what, attendance, pointOfDelivery, expected) => {
    const row = price(attendance);
    expect([row.pointOfDelivery, row.status, partsOf(row).price]).toEqual([pointOfDelivery, "priced", expected]);
    expect(row.kind === "priced" && firstUnsound(row.price)).toBe(undefined);
  });
  test("a procedure at its attendance price, where the rule says so", () => {
    const row = price({ hrg: "CA14Z" }, termsWith("outpatientProcedures", "attendance-price"));
    expect([row.pointOfDelivery, partsOf(row).price]).toEqual(["outpatient-first", 18_302]);
  });
});

describe("an attendance without a price says why", () => {
  test.each([
    ["not-seen", { was_seen: false }, "outpatient-first"],
    ["not-seen", { was_seen: false, hrg: "CA14Z", is_first: false }, "outpatient-follow-up"],
    ["no-price-for-point-of-delivery", { is_by_telephone: true }, "outpatient-telephone"],
    ["no-treatment-function", { treatment_function: null }, "outpatient-first"],
    ["treatment-function-not-in-price-list", { treatment_function: "17A" }, "outpatient-first"],
    ["no-price-for-point-of-delivery", { treatment_function: "999", is_multi_professional: true }, "outpatient-first"],
  ] as const)("%s", (reason, attendance, pointOfDelivery) => {
    const row = price(attendance);
    expect([row.kind, row.status, row.pointOfDelivery]).toEqual(["unpriced", reason, pointOfDelivery]);
  });
  test("no-price-list", () => {
    expect(price({}, EXAMPLE_TERMS, { ...EXAMPLE_PRICES, outpatient: new Map() }).status).toBe("no-price-list");
  });
});
