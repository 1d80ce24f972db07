import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FinancialYear, monthsLater, yearStarting } from "#kernel/period.ts";
import { cited, RULES_2007 } from "../examples/example-rules.ts";
import { monthsIn } from "./baseline.ts";
import { historicMonths } from "./historic-window.ts";

const window = RULES_2007.historicWindow;

describe("the months that count as history", () => {
  // 003 ¶A1-5 for 2007/08; the other rows follow from counting years.
  it.each([
    ["2007/08", "2005/06", "2005-10", "2006/07", "2006-09"],
    ["2008/09", "2006/07", "2006-10", "2007/08", "2007-09"],
    ["2013/14", "2011/12", "2011-10", "2012/13", "2012-09"],
  ])(
    "of a budget for %s run from the second half of %s to the first of the next",
    (year, earlier, first, later, last) => {
      const months = historicMonths(year as FinancialYear, window);
      expect([months.earlier.year, monthsIn(months)[0]]).toEqual([earlier, first]);
      expect([months.later.year, monthsIn(months)[11]]).toEqual([later, last]);
    },
  );

  it("are twelve months in a row, one of each of the calendar, in every year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), (start) => {
        const months = monthsIn(historicMonths(yearStarting(start), window));
        const [first] = months;
        expect(months).toEqual(months.map((_, index) => first && monthsLater(first, index)));
        expect(new Set(months.map((month) => month.slice(5))).size).toBe(12);
      }),
    );
  });

  it("can be the whole of one year, where the rule says so", () => {
    const whole = { ...window.value, earlierLastMonths: 12, laterFirstMonths: 0 };
    const months = monthsIn(historicMonths("2007/08" as FinancialYear, cited("budget.historic-window", whole, "A1-5")));
    expect([months[0], months[11]]).toEqual(["2005-04", "2006-03"]);
  });

  it.each([
    ["too few", { ...window.value, laterFirstMonths: 5 }],
    ["a month twice", { ...window.value, earlierLastMonths: 7 }],
    ["gaps", { ...window.value, earlierLastMonths: 13, laterFirstMonths: 11 }],
  ])("are refused where the rule gives %s", (_, value) => {
    const rule = cited("budget.historic-window", value, "A1-5");
    expect(() => historicMonths("2007/08" as FinancialYear, rule)).toThrow(
      "budget.historic-window does not give each month",
    );
  });
});
