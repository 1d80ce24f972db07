import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, day, daysLater, isWithin } from "#kernel/period.ts";
import { loadRulebook, loadSources, problemsOf } from "../files/folders.ts";
import { applied, ruleNames } from "./catalogue.ts";
import { isInside } from "./narrower.ts";
import { paragraphAt } from "./source-document.ts";

const sources = loadSources("docs/sources");
const rulebook = loadRulebook(["rulebook"], sources);
const april2007 = day("2007-04-01");
const someDay = fc.integer({ min: 0, max: 10_000 }).map((days): Day => daysLater(day("2000-04-01"), days));
const somePlace = fc.constantFrom(...rulebook.places.map(({ id }) => id));
const someRule = fc.constantFrom(...ruleNames);

describe("the rulebook as shipped", () => {
  test("has nothing wrong with it", () => {
    expect(problemsOf(["rulebook"], ["docs/sources"])).toEqual([]);
  });

  test.each([
    ["hertfordshire", "fair-share.tolerance", 1_000, "hertfordshire", "003", "2.2.4-3"],
    ["east-of-england", "fair-share.tolerance", 1_000, "england", "003", "A1-13"],
    ["hertfordshire", "fair-share.largest-shift", 100, "england", "003", "A1-16"],
    ["hertfordshire", "fair-share.review-first", true, "england", "003", "A1-15"],
    ["hertfordshire", "fair-share.policy-agreed-with", ["lmc", "pec"], "hertfordshire", "003", "2.2.4-3"],
    ["hertfordshire", "fair-share.excludes", ["prescribing"], "england", "003", "A1-18"],
    ["hertfordshire", "fair-share.edge-is-inside", true, "settled", "settled", "fair-shares-2"],
    ["hertfordshire", "risk-pool.contribution", 500, "hertfordshire", "003", "3-3"],
    ["hertfordshire", "freed-up.practice-share", 7_000, "hertfordshire", "003", "3-5"],
    ["england", "freed-up.practice-share", 7_000, "england", "003", "A1-19"],
    ["hertfordshire", "budget.no-deficit-top-slice", true, "england", "003", "A1-22"],
    ["hertfordshire", "budget.no-freed-up-deduction", true, "england", "003", "A1-8"],
    ["hertfordshire", "budget.devolve-everything", true, "england", "003", "A1-10"],
    ["hertfordshire", "budget.list-review-months", 3, "hertfordshire", "003", "2.2.4-2"],
    ["hertfordshire", "growth.excludes-prescribing", true, "england", "003", "A1-18"],
    ["england", "price.short-stay-under-days", 2, "england", "national-tariff-2017-19", "admitted-5"],
  ] as const)(
    "in %s %s is %j on 1 April 2007, set by %s (%s ¶%s)",
    (place, rule, value, setBy, document, paragraph) => {
      expect(rulebook.inForce(place, rule, april2007)).toMatchObject({
        value,
        place: setBy,
        source: { document, paragraph },
      });
    },
  );

  test("003 ¶A1-5: budgets rest on the last six months of one year and the first six of the next", () => {
    expect(rulebook.inForce("hertfordshire", "budget.historic-window", april2007).value).toEqual({
      earlierYearsBack: 2,
      earlierLastMonths: 6,
      laterYearsBack: 1,
      laterFirstMonths: 6,
    });
  });

  test("003 ¶A1-11: the least scope is hospital care, prescribing, community services and mental health", () => {
    const scope = rulebook.inForce("hertfordshire", "budget.minimum-scope", april2007).value;
    expect(scope.toSorted()).toEqual(["acute", "community", "mental-health", "prescribing"]);
  });

  test("003 ¶A1-25: England gives a range for the risk pool and no value, so a region has none", () => {
    expect(rulebook.find("east-of-england", "risk-pool.contribution", april2007)).toBe(undefined);
    expect(() => rulebook.inForce("east-of-england", "risk-pool.contribution", april2007)).toThrow(
      "No place has set risk-pool.contribution for east-of-england on 2007-04-01",
    );
    const standing = rulebook
      .standing("east-of-england", april2007)
      .find(({ rule }) => rule === "risk-pool.contribution");
    expect(standing?.limits[0]?.narrower).toEqual({ kind: "range", least: 300, greatest: 500 });
  });

  test("national values begin on 1 April 2007 and not a day before", () => {
    expect(rulebook.find("hertfordshire", "fair-share.largest-shift", day("2007-03-31"))).toBe(undefined);
  });

  test("stand-ins hold in the years they are declared for only", () => {
    const on = (text: string) => rulebook.find("hertfordshire", "stand-in.prices", day(text))?.value;
    expect(on("2013-04-01")).toEqual({ "2011/12": "2017/18", "2012/13": "2017/18", "2013/14": "2018/19" });
    expect(on("2014-04-01")).toBe(undefined);
  });

  test("prescribing weights are ASTRO-PU 2013, cited as a stand-in before 2013 and as published after", () => {
    const weights = (text: string) => rulebook.inForce("hertfordshire", "prescribing.weights", day(text));
    expect(weights("2007-04-01").source).toEqual({ document: "settled", paragraph: "need-3" });
    expect(weights("2013-04-01").source).toEqual({ document: "astro-pu-2013", paragraph: "cost-1" });
    expect(weights("2007-04-01").value).toEqual(weights("2013-04-01").value);
    expect(weights("2013-04-01").value.weights["75+"]).toEqual({ men: 11_343_075, women: 9_889_353 });
  });

  test("a place is found by the code of an organisation, the nearest first", () => {
    expect(rulebook.placeOf(["E82001", "5P3", "Q35"])?.id).toBe("hertfordshire");
    expect(rulebook.placeOf(["5GC", "Q35"])?.id).toBe("east-of-england");
    expect(rulebook.placeOf(["X99"])).toBe(undefined);
  });

  test("an unknown place is an error, not an empty rulebook", () => {
    expect(() => rulebook.standing("atlantis", april2007)).toThrow("The rulebook has no place atlantis");
  });

  test("what a place overrides is shown with the wider value and the limit it keeps to", () => {
    const override = rulebook
      .overrides("hertfordshire", april2007)
      .find(({ rule }) => rule === "freed-up.practice-share");
    expect(override).toMatchObject({
      own: { value: 7_000, place: "hertfordshire" },
      wider: { value: 7_000, place: "england" },
      limits: [{ narrower: { kind: "range", least: 7_000, greatest: 10_000 } }],
    });
  });

  test("history lists the latest first and takes in wider places", () => {
    const history = rulebook.history("hertfordshire", "prescribing.weights");
    expect(history.map(({ place, from }) => [place, from])).toEqual([
      ["england", "2013-04-01"],
      ["settled", "2000-04-01"],
    ]);
  });
});

describe("laws of the rulebook", () => {
  test("every value in force has a paragraph, holds on its day and reads as a sentence", () => {
    fc.assert(
      fc.property(somePlace, someRule, someDay, (place, rule, on) => {
        const found = rulebook.find(place, rule, on);
        if (found === undefined) return;
        expect(paragraphAt(sources, found.source)?.text).toBeTruthy();
        expect(isWithin(on, found)).toBe(true);
        expect(applied(found).sentence).toMatch(/^[A-Z0-9].*\.$/);
      }),
    );
  });

  test("a place has at most one value of a rule on any day, and exactly one within a value's span", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rulebook.values), fc.nat(9_000), (value, days) => {
        const on = daysLater(value.from, days);
        const holding = rulebook.values.filter(
          ({ place, rule, ...span }) => place === value.place && rule === value.rule && isWithin(on, span),
        );
        expect(holding.length).toBeLessThanOrEqual(1);
        if (isWithin(on, value)) expect(holding).toEqual([value]);
      }),
    );
  });

  test("no value in force leaves what any wider place allows on that day", () => {
    fc.assert(
      fc.property(somePlace, someRule, someDay, (place, rule, on) => {
        const standing = rulebook.standing(place, on).find((one) => one.rule === rule);
        if (standing?.set === undefined) return;
        for (const { narrower, by } of standing.limits) {
          expect(isInside(narrower, by.value, standing.set.value)).toBe(true);
        }
      }),
    );
  });
});
