import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basisPoints, distance, partOf, pence, roundedQuotient, total, uplifted } from "./money.ts";

const amount = fc.integer({ min: -1e12, max: 1e12 }).map(pence);

describe("pence", () => {
  test.each([0.5, Number.NaN, 2 ** 53])("refuses %s", (value) => {
    expect(() => pence(value)).toThrow(RangeError);
    expect(() => basisPoints(value)).toThrow(RangeError);
  });
  test("knows one nought", () => {
    expect(Object.is(pence(-0), 0)).toBe(true);
  });
});

describe("rounding", () => {
  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [4n, 3n, 1n],
    [0n, 7n, 0n],
  ])("%s over %s is %s: to the nearest, halves away from nought", (n, d, expected) => {
    expect(roundedQuotient(n, d)).toBe(expected);
  });
  test("a quotient by nought is refused", () => {
    expect(() => roundedQuotient(1n, 0n)).toThrow(RangeError);
  });
  test("is never more than half away", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (n, d) => {
        const off = 2n * (roundedQuotient(n, d) * d - n);
        expect(off <= d && -off <= d).toBe(true);
      }),
    );
  });
});

describe("rates", () => {
  test("003 ¶A1: 70% of £1,234.57 is £864.20", () => {
    expect(partOf(pence(123_457), basisPoints(7_000))).toBe(86_420);
  });
  test("an uplift of 2.5% puts £2.50 on £100", () => {
    expect(uplifted(pence(10_000), basisPoints(250))).toBe(10_250);
  });
  test("£5,000k is 19.05% above £4,200k", () => {
    expect(distance(pence(500_000_000), pence(420_000_000))).toBe(1_905);
  });
  test("a part and the rest of it are the whole, to within a penny", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (whole, rate) => {
        const both = partOf(whole, basisPoints(rate)) + partOf(whole, basisPoints(10_000 - rate));
        expect(Math.abs(both - whole)).toBeLessThanOrEqual(1);
      }),
    );
  });
  test("a debt's part is minus the credit's", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 20_000 }), (whole, rate) => {
        expect(partOf(pence(-whole), basisPoints(rate)) + partOf(whole, basisPoints(rate))).toBe(0);
      }),
    );
  });
});

test("the total of nothing is nought", () => {
  expect(total([])).toBe(0);
  expect(total([pence(1), pence(-3)])).toBe(-2);
});
