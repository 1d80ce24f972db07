import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count, figureText, percent, pounds, ratio } from "./amounts.ts";

describe("pounds", () => {
  it.each([
    [641_238_000, {}, "£6,412,380"],
    [-4_120_000, {}, "−£41,200"],
    [4_120_000, { change: true }, "+£41,200"],
    [0, { change: true }, "£0"],
    [12_345, { pence: true }, "£123.45"],
    [-5, { pence: true }, "−£0.05"],
    [-310_400_00, { bare: true }, "−310,400"],
    [150, {}, "£2"],
    [-150, {}, "−£2"],
    [-40, {}, "£0"],
  ])("writes %i pence with %o as %s", (pence, style, text) => {
    expect(pounds(pence, style)).toBe(text);
  });

  it("can be read back to the penny", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (pence) => {
        const text = pounds(pence, { pence: true }).replaceAll(/[£,.]/g, "").replace("−", "-");
        expect(BigInt(text)).toBe(BigInt(pence));
      }),
    );
  });
});

describe("other figures", () => {
  it("are written in their unit", () => {
    expect(percent(500)).toBe("5.0%");
    expect(percent(500, { decimals: 2 })).toBe("5.00%");
    expect(percent(295)).toBe("2.95%");
    expect(percent(-1000, { change: true })).toBe("−10.0%");
    expect(ratio(1_024_300)).toBe("1.0243");
    expect(ratio(2_000_000)).toBe("2");
    expect(count(-12_345)).toBe("−12,345");
    expect(figureText({ value: 6_105_900_00, unit: "pence" })).toBe("£6,105,900");
    expect(figureText({ value: 9_120, unit: "people" })).toBe("9,120");
    expect(figureText({ value: 9_120, unit: "count" })).toBe("9,120");
    expect(figureText({ value: 50, unit: "basis points" })).toBe("0.5%");
    expect(figureText({ value: 995_000, unit: "millionths" })).toBe("0.995");
  });
});
