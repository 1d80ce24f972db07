import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pence, total } from "./money.ts";
import { shares } from "./shares.ts";

const claims = fc.uniqueArray(fc.record({ key: fc.string(), weight: fc.double({ min: 0, max: 1e9, noNaN: true }) }), {
  selector: ({ key }) => key,
  minLength: 1,
});
const amount = fc.integer({ min: -1e13, max: 1e13 }).map(pence);
const some = claims.filter((all) => all.some(({ weight }) => weight >= 0.000_001));

describe("shares", () => {
  test("of a pound among three give the odd penny to the first by key", () => {
    const among = ["c", "a", "b"].map((key) => ({ key, weight: 1 }));
    expect(Object.fromEntries(shares(pence(100), among))).toEqual({ a: 34, b: 33, c: 33 });
  });
  test("give the odd penny to the largest remainder first", () => {
    const among = [
      { key: "a", weight: 1 },
      { key: "b", weight: 2 },
    ];
    expect(Object.fromEntries(shares(pence(100), among))).toEqual({ a: 33, b: 67 });
  });
  test("add up to the whole", () => {
    fc.assert(
      fc.property(amount, some, (whole, all) => {
        expect(total(shares(whole, all).values())).toBe(whole);
      }),
    );
  });
  test("do not depend on the order of the claims", () => {
    fc.assert(
      fc.property(amount, some, (whole, all) => {
        expect(shares(whole, all.toReversed())).toEqual(shares(whole, all));
      }),
    );
  });
  test("are within a penny of the exact proportion", () => {
    const wholeWeights = fc.uniqueArray(fc.record({ key: fc.string(), weight: fc.integer({ min: 1, max: 1e6 }) }), {
      selector: ({ key }) => key,
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }).map(pence), wholeWeights, (whole, all) => {
        const sum = all.reduce((left, { weight }) => left + weight, 0);
        for (const { key, weight } of all) {
          const off = BigInt(shares(whole, all).get(key) ?? -1) * BigInt(sum) - BigInt(whole) * BigInt(weight);
          expect(off < BigInt(sum) && -off < BigInt(sum)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
  test.each([
    ["no weight above nought", [{ key: "a", weight: 0 }]],
    ["nobody", []],
    ["a negative weight", [{ key: "a", weight: -1 }]],
    ["a weight that is no number", [{ key: "a", weight: Number.NaN }]],
    [
      "a key that claims twice",
      [
        { key: "a", weight: 1 },
        { key: "a", weight: 2 },
      ],
    ],
  ])("are refused for %s", (_, among) => {
    expect(() => shares(pence(1), among)).toThrow(RangeError);
  });
});
