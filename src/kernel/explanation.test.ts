import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Explanation, figureAt, firstUnsound, given, sharedOut, workedOut } from "./explanation.ts";

const money = (id: string, value: number) => given({ id, label: id }, "pence", value);
const rate = (id: string, value: number) => given({ id, label: id }, "basis points", value);
const weight = (value: number) => given({ id: "weight", label: "weight" }, "millionths", value);

describe("a figure that is worked out", () => {
  test.each([
    ["sum", [money("a", 3), money("b", -5)], -2],
    ["difference", [money("a", 10), money("b", 3), money("c", 4)], 3],
    ["part", [money("a", 1_000), rate("b", 500)], 50],
    ["uplift", [money("a", 1_000), rate("b", 250)], 1_025],
    ["product", [weight(8_000_000_000), weight(1_012_345)], 8_098_760_000],
    ["distance", [money("a", 110), money("b", 100)], 1_000],
    ["least", [money("a", 4), money("b", -1)], -1],
    ["greatest", [money("a", 4), money("b", -1)], 4],
  ] as const)("by %s has the value that its inputs give", (working, inputs, expected) => {
    const figure = workedOut({ id: "top", label: "top" }, "pence", working, inputs);
    expect(figure.value).toBe(expected);
    expect(firstUnsound(figure)).toBe(undefined);
  });
  test("that is not whole is refused", () => {
    expect(() => money("a", 0.5)).toThrow("is not a whole figure");
  });
});

describe("shares that explain themselves", () => {
  const claims = fc
    .uniqueArray(fc.record({ key: fc.string({ minLength: 1 }), value: fc.integer({ min: 0, max: 1e9 }) }), {
      selector: ({ key }) => key,
      minLength: 1,
    })
    .filter((all) => all.some(({ value }) => value > 0));
  test("add up, and each is sound", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), claims, (amount, all) => {
        const portions = sharedOut(
          { id: "share", label: "share" },
          money("whole", amount),
          all.map(({ key, value }) => ({ key, weight: weight(value) })),
        );
        expect([...portions.values()].reduce((sum, { value }) => sum + value, 0)).toBe(amount);
        for (const portion of portions.values()) expect(firstUnsound(portion)).toBe(undefined);
      }),
    );
  });
});

describe("an explanation", () => {
  const inner = workedOut({ id: "inner", label: "inner" }, "pence", "sum", [money("a", 1), money("b", 2)]);
  const top = workedOut({ id: "top", label: "top" }, "pence", "sum", [inner, money("c", 3)]);

  test("is found by its address", () => {
    expect(figureAt(top, [])).toBe(top);
    expect(figureAt(top, ["inner", "b"])?.value).toBe(2);
    expect(figureAt(top, ["inner", "z"])).toBe(undefined);
  });
  test("that was tampered with names the place", () => {
    const tampered: Explanation = { ...top, inputs: [{ ...inner, inputs: [money("a", 1)] }, money("c", 3)] };
    expect(firstUnsound(tampered)).toEqual(["top", "inner"]);
    expect(firstUnsound({ ...inner, value: 4 })).toEqual(["inner"]);
    expect(firstUnsound({ ...money("a", 1), inputs: [money("b", 1)] })).toEqual(["a"]);
  });
  test("survives being stored as text", () => {
    expect(JSON.parse(JSON.stringify(top))).toEqual(top);
  });
});
