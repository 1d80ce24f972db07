import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cited } from "#kernel/cited.ts";
import { day } from "#kernel/period.ts";
import { type NeedEntry, type NeedSource, needIndices } from "./need-index.ts";
import { prescribingUnits, type UnitWeight } from "./prescribing-units.ts";
import { type ListEntry, listsOn } from "./registered-lists.ts";

const BANDS = ["0-4", "5-14", "15-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+"];
const entry = (practice: string, asAt: string, patients: number, sex = "1", ageBand = "0-4"): ListEntry => ({
  practice,
  asAt: day(asAt),
  sex,
  ageBand,
  patients,
});
const order: Cited<readonly NeedSource[]> = {
  value: ["component", "primary care", "locality mean"],
  rule: "need.fallback-order",
  place: "england",
  from: day("2007-04-01"),
  source: { document: "settled", paragraph: "need-1" },
};
const need = (practice: string, weighted: number, component = "acute", population = 1_000): NeedEntry => ({
  practice,
  year: "2008/09",
  component,
  population: population * 1_000_000,
  weighted: weighted * 1_000_000,
});

describe("the list in force", () => {
  const entries = [
    entry("A", "2008-01-01", 90),
    entry("A", "2008-04-01", 100),
    entry("A", "2008-04-01", 20, "2"),
    entry("A", "2008-07-01", 500),
    entry("B", "2008-04-01", 0),
  ];
  test("is the newest that is not from after the day, all bands of it", () => {
    expect(listsOn(entries, day("2008-06-30")).get("A")).toMatchObject({ asAt: "2008-04-01", patients: 120 });
    expect(listsOn(entries, day("2008-03-31")).get("A")?.patients).toBe(90);
  });
  test("is missing before the first and where nobody is registered", () => {
    expect(listsOn(entries, day("2007-12-31")).size).toBe(0);
    expect(listsOn(entries, day("2008-04-01")).has("B")).toBe(false);
  });
});

describe("the index of need", () => {
  const practices = ["A", "B", "C", "D"];
  const search = {
    entries: [need("A", 1_100), need("B", 900), need("C", 1_250, "carr-hill")],
    component: "acute",
    order,
    localityOf: (practice: string) => (practice === "D" ? "south" : "north"),
  };

  test("is that of the component where the source lists the practice, without caution", () => {
    const index = needIndices(practices, search).get("A");
    expect(index).toMatchObject({ value: 1_100_000 });
    expect(index?.caution).toBe(undefined);
  });
  test("falls back in the rule's order, and says so", () => {
    expect(needIndices(practices, search).get("C")).toMatchObject({ value: 1_250_000 });
    expect(needIndices(practices, search).get("C")?.caution).toMatch(/Carr-Hill ratio stands in/);
  });
  test("takes the locality's mean as a ratio of sums, not a mean of ratios", () => {
    const uneven = { ...search, entries: [need("A", 1_100), need("B", 1_800, "acute", 3_000)] };
    expect(needIndices(practices, uneven).get("C")).toMatchObject({ value: 725_000 });
  });
  test("leaves out a practice for which nothing is known, rather than weigh it 1", () => {
    expect(needIndices(practices, search).has("D")).toBe(false);
    const wider = { ...order, value: [...order.value, "PCT mean" as const] };
    expect(needIndices(practices, { ...search, order: wider }).get("D")?.caution).toMatch(/mean of the PCT/);
  });
  test("ignores a listed population of nought, which has no index", () => {
    const empty = { ...search, entries: [need("A", 0, "acute", 0), need("B", 900)] };
    expect(needIndices(practices, empty).get("A")).toMatchObject({ value: 900_000 });
  });
});

describe("prescribing units", () => {
  const rule = { sentence: "Prescribing is shared by weighted patients.", cited: order };
  const one: readonly UnitWeight[] = BANDS.flatMap((ageBand) => [
    { sex: "1", ageBand, weight: 1_000_000 },
    { sex: "2", ageBand, weight: 2_000_000 },
  ]);

  test("are patients times weight over all bands", () => {
    const lists = listsOn(
      [entry("A", "2008-04-01", 10, "1", "0-4"), entry("A", "2008-04-01", 5, "2", "75+")],
      day("2008-04-01"),
    );
    expect(prescribingUnits(lists, one, rule).get("A")).toMatchObject({ value: 20_000_000 });
  });
  test("cannot be worked out for a band that has no weight", () => {
    const lists = listsOn([entry("A", "2008-04-01", 1, "1", "85+")], day("2008-04-01"));
    expect(() => prescribingUnits(lists, one, rule)).toThrow("No prescribing unit for sex 1, age 85+");
  });
  test("of two lists together are the sum of the units of each", () => {
    const band = fc.record({
      sex: fc.constantFrom("1", "2"),
      ageBand: fc.constantFrom(...BANDS),
      patients: fc.nat(5_000),
    });
    const list = (bands: readonly { sex: string; ageBand: string; patients: number }[]) =>
      new Map([["A", { practice: "A", asAt: day("2008-04-01"), patients: 1, bands }]]);
    fc.assert(
      fc.property(fc.array(band), fc.array(band), (left, right) => {
        const units = (bands: Parameters<typeof list>[0]) =>
          prescribingUnits(list(bands), one, rule).get("A")?.value ?? 0;
        expect(units([...left, ...right])).toBe(units(left) + units(right));
      }),
    );
  });
});
