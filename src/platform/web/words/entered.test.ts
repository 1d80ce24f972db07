import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, daysLater } from "#kernel/period.ts";
import { dayEntered, readDay, readPercent, readPounds, readRatio } from "./entered.ts";

describe("amounts as people write them", () => {
  test.each([
    ["1,234.50", 123_450],
    ["£1,234", 123_400],
    ["-200", -20_000],
    ["−0.05", -5],
    ["+3", 300],
    ["", undefined],
    ["1.234", undefined],
    ["12 apples", undefined],
    ["99999999999999999", undefined],
  ])("%j is %j pence", (text, pence) => {
    expect(readPounds(text)).toBe(pence);
  });

  test("rates and ratios are read to their smallest parts", () => {
    expect(readPercent("0.75%")).toBe(75);
    expect(readRatio("104.2")).toBe(104_200_000);
    expect(readRatio("0.0610001")).toBeUndefined();
  });
});

describe("days", () => {
  test.each([
    ["2008-04-01", "2008-04-01"],
    [" 1/4/2008 ", "2008-04-01"],
    ["31.12.2007", "2007-12-31"],
    ["31/2/2008", undefined],
    ["April", undefined],
  ])("%j is %j", (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test("that a form is filled in with are read as the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
        const day = daysLater("1990-01-01" as Day, count);
        expect(readDay(dayEntered(day))).toBe(day);
      }),
    );
  });
});
