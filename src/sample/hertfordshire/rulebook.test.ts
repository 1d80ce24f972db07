import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadRulebook, loadSources, problemsOf } from "#features/rulebook/index.ts";
import { day } from "#kernel/period.ts";
import { madeMonths } from "./made/window.ts";
import { HERTFORDSHIRE_RULEBOOK, HERTFORDSHIRE_SOURCES } from "./rulebook.ts";

const rulebook = fileURLToPath(new URL("../../../rulebook", import.meta.url));
const sources = fileURLToPath(new URL("../../../docs/sources", import.meta.url));
const book = () => loadRulebook([rulebook, HERTFORDSHIRE_RULEBOOK], loadSources(sources, HERTFORDSHIRE_SOURCES));

test("what the walk-through adds to Hertfordshire's rules stands on its own page and keeps the limits of wider places", () => {
  expect(problemsOf([rulebook, HERTFORDSHIRE_RULEBOOK], [sources, HERTFORDSHIRE_SOURCES])).toEqual([]);
});

test("the made-up uplift holds in the walk-through's year only, and cites the page that says it is made up", () => {
  const on = (text: string) => book().find("hertfordshire", "prescribing.uplift", day(text));
  expect(on("2013-04-01")).toMatchObject({ value: 150, source: { document: "hertfordshire-2013" } });
  expect([on("2013-03-31"), on("2014-04-01")]).toEqual([undefined, undefined]);
});

test("the budget of 2013/14 rests on October 2011 to September 2012, the first half made to the winter after", () => {
  const months = madeMonths(book());
  expect(months.map(({ month }) => month)).toHaveLength(12);
  expect(months[0]).toEqual({ month: "2011-10", totalsOf: "2012-10" });
  expect(months[5]).toEqual({ month: "2012-03", totalsOf: "2013-03" });
  expect(months.slice(6).every(({ month, totalsOf }) => month === totalsOf)).toBe(true);
});
