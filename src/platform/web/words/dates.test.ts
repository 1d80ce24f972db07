import { expect, it } from "vitest";
import { day, month } from "#kernel/period.ts";
import { dayText, monthText, spanText } from "./dates.ts";

it("writes days, months and spans as people say them", () => {
  expect(dayText(day("2008-04-01"))).toBe("1 April 2008");
  expect(monthText(month("2008-04"))).toBe("April 2008");
  expect(spanText({ from: day("2007-04-01"), until: day("2008-03-31") })).toBe("from 1 April 2007 to 31 March 2008");
  expect(spanText({ from: day("2007-04-01") })).toBe("from 1 April 2007 with no end date");
});
