import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Explanation, given } from "#kernel/explanation.ts";
import { cited } from "../examples/example-rules.ts";
import { generalGrowth, prescribingUplift } from "./growth.ts";

const pounds = (id: string, amount: number): Explanation => given({ id, label: id }, "pence", amount * 100);

const growthOf = (total: number, prescribing: number, lastTotal: number, lastPrescribing: number): number =>
  generalGrowth({
    thisYear: pounds("this", total),
    thisYearPrescribing: pounds("prescribing", prescribing),
    lastYear: pounds("last", lastTotal),
    lastYearPrescribing: pounds("last-prescribing", lastPrescribing),
  }).value;

describe("general growth", () => {
  // Worked by hand after 003 ¶A1-18: prescribing taken out on both sides.
  it.each([
    ["all grows alike", 105, 21, 100, 20, 500],
    ["prescribing grows faster, so the rest grows less than the whole", 110, 26, 100, 20, 500],
    ["prescribing alone grows", 110, 30, 100, 20, 0],
    ["prescribing falls", 100, 16, 100, 20, 500],
    ["the rest shrinks", 98, 20, 100, 20, -250],
  ])("when %s", (_, total, prescribing, lastTotal, lastPrescribing, growth) => {
    expect(growthOf(total, prescribing, lastTotal, lastPrescribing)).toBe(growth);
  });

  it("does not change when prescribing changes by itself", () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, amount, (rest, lastRest, prescribing, lastPrescribing, more) => {
        const growth = growthOf(rest + prescribing, prescribing, lastRest + lastPrescribing, lastPrescribing);
        expect(
          growthOf(rest + prescribing + more, prescribing + more, lastRest + lastPrescribing, lastPrescribing),
        ).toBe(growth);
      }),
    );
  });
});

describe("the uplift for prescribing", () => {
  it("is its own rule's value and cites it", () => {
    const uplift = prescribingUplift(cited("prescribing.uplift", 290, "A1-6"));
    expect(uplift).toMatchObject({ value: 290, unit: "basis points", working: "given" });
    expect(uplift.rules?.[0]?.cited.rule).toBe("prescribing.uplift");
  });
});
