import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  day,
  dayInLondon,
  daysLater,
  financialYear,
  firstDayOf,
  isDay,
  isWithin,
  lastDayOf,
  month,
  monthOf,
  monthsLater,
  monthsOf,
  quarterOf,
  yearOf,
  yearsLater,
} from "./period.ts";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => daysLater(day("1970-01-01"), count));

describe("reading", () => {
  test.each(["2008-02-29", "2000-12-31"])("%s is a day", (text) => expect(day(text)).toBe(text));
  test.each(["2007-02-29", "2008-13-01", "2008-4-1", "", "20080401"])("%s is none", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow("is not a day");
  });
  test.each(["2008/10", "2008-09", "08/09"])("%s is no financial year", (text) => {
    expect(() => financialYear(text)).toThrow("is not a financial year");
  });
  test("1999/00 is one", () => expect(financialYear("1999/00")).toBe("1999/00"));
  test("2008-00 is no month", () => expect(() => month("2008-00")).toThrow("is not a month"));
});

describe("the financial year", () => {
  test("runs from April to March", () => {
    const months = monthsOf(financialYear("2008/09"));
    expect([months[0], months[8], months[9], months[11]]).toEqual(["2008-04", "2008-12", "2009-01", "2009-03"]);
    expect(firstDayOf(financialYear("2008/09"))).toBe("2008-04-01");
    expect(lastDayOf(financialYear("2008/09"))).toBe("2009-03-31");
  });
  test("has four quarters, April first", () => {
    expect(["2008-04", "2008-09", "2008-12", "2009-03"].map((text) => quarterOf(month(text)))).toEqual([
      "2008/09 Q1",
      "2008/09 Q2",
      "2008/09 Q3",
      "2008/09 Q4",
    ]);
  });
  test("of a day is the one whose months hold it", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(monthsOf(yearOf(date))).toContain(monthOf(date));
      }),
    );
  });
  test("a year later is twelve months later", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20, max: 20 }), (date, years) => {
        expect(yearOf(monthsLater(monthOf(date), 12 * years))).toBe(yearsLater(yearOf(date), years));
      }),
    );
  });
});

describe("days", () => {
  test("the last day of February follows the leap year", () => {
    expect([lastDayOf(month("2008-02")), lastDayOf(month("2007-02"))]).toEqual(["2008-02-29", "2007-02-28"]);
  });
  test("in London start an hour before midnight of Greenwich in summer", () => {
    expect(dayInLondon(new Date("2008-06-30T23:30:00Z"))).toBe("2008-07-01");
    expect(dayInLondon(new Date("2008-12-30T23:30:00Z"))).toBe("2008-12-30");
  });
  test("first and last day of a span belong to it, the days beside them do not", () => {
    const span = { from: day("2007-04-01"), until: day("2008-03-31") };
    const on = (text: string) => isWithin(day(text), span);
    expect(["2007-03-31", "2007-04-01", "2008-03-31", "2008-04-01"].map(on)).toEqual([false, true, true, false]);
    expect(isWithin(day("2999-01-01"), { from: span.from })).toBe(true);
  });
});
