import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "./json.ts";

describe("the canonical text of a value", () => {
  test("has sorted keys, no spaces, and no properties without a value", () => {
    const value = { b: [1, null, true], a: { d: undefined, c: "ü\n" }, "": -0 };
    expect(canonical(value)).toBe('{"":0,"a":{"c":"ü\\n"},"b":[1,null,true]}');
  });

  test("reads back as the value, and does not depend on the order of keys", () => {
    const values = fc.jsonValue({ maxDepth: 4 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(value);
        expect(canonical(reversed(value))).toBe(canonical(value));
      }),
      { seed: 2008 },
    );
  });

  test.each([
    ["not a number", { sum: Number.NaN }, /data\.sum is NaN/],
    ["nothing in a list", [1, undefined], /data\[1\] is undefined/],
    ["a date", { on: new Date(0) }, /data\.on is a Date, not plain data/],
    ["a whole number too large to be one", { seq: 1n }, /data\.seq is 1, which JSON cannot say/],
    ["a function", { decide: () => 1 }, /data\.decide is/],
    ["half a character", { name: "\ud800" }, /data\.name has half a character/],
    ["a null character", { name: "a\0b" }, /data\.name has a null character/],
    ["a null character in a key", { "\0": 1 }, /data has a null character/],
  ])("refuses %s and names the place", (_, value, message) => {
    expect(() => canonical(value)).toThrow(message);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, reversed(item)]);
  return Object.fromEntries(entries.toReversed());
}
