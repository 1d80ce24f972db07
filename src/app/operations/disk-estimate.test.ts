import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diskEstimate, isShort } from "./disk-estimate.ts";
import type { DiskUse } from "./disk-use.ts";
import { sizeText } from "./sizes.ts";

const use = (more: Partial<DiskUse>): DiskUse => ({
  ...{ record: 0, lake: 0, marts: 0, files: 0, uploads: 0, passing: 0, free: 10_000, months: [] },
  ...more,
});
const month = (dataset: string, at: string, bytes: number) => ({ dataset, month: at, bytes });

describe("a further month", () => {
  test("is a mean one of those held, with marts in proportion and a twelfth of what comes once a year", () => {
    const months = [month("spell", "2008-04", 100), month("spell", "2008-05", 300), month("need", "all", 1200)];
    const held = use({ lake: 1600, marts: 800, record: 240, months });
    const { datasets, ...all } = diskEstimate(held, new Map([["spell", 30]]));
    expect(datasets).toEqual([
      { dataset: "spell", bytes: 400, rows: 30, month: { bytes: 200, rows: 15 }, year: { bytes: 2400, rows: 180 } },
      { dataset: "need", bytes: 1200, rows: 0, month: { bytes: 100, rows: 0 }, year: { bytes: 1200, rows: 0 } },
    ]);
    expect(all).toEqual({ month: (200 + 100) * 1.5 + 20, year: (2400 + 1200) * 1.5 + 240 });
  });

  test("of nothing is nothing", () => {
    expect(diskEstimate(use({}), new Map())).toEqual({ datasets: [], month: 0, year: 0 });
  });

  test("is a twelfth of a year, however much is held of what", () => {
    const held = fc.array(
      fc.tuple(
        fc.constantFrom("a", "b", "c"),
        fc.constantFrom("2008-04", "2008-05", "all"),
        fc.integer({ min: 0, max: 10 ** 9 }),
      ),
      { maxLength: 9 },
    );
    const property = fc.property(held, fc.integer({ min: 0, max: 10 ** 9 }), (all, record) => {
      const months = all.map(([dataset, at, bytes]) => month(dataset, at, bytes));
      const estimate = diskEstimate(use({ lake: 100, record, months }), new Map());
      expect(Math.abs(estimate.month * 12 - estimate.year)).toBeLessThanOrEqual(12 * (all.length + 1));
    });
    fc.assert(property, { seed: 2008 });
  });
});

test("the disk is short where six months would not fit, or less than the least is left", () => {
  const estimate = { datasets: [], month: 100, year: 1200 };
  const margin = { months: 6, bytes: 500 };
  expect([599, 600].map((free) => isShort(free, estimate, margin))).toEqual([true, false]);
  expect([499, 500].map((free) => isShort(free, { ...estimate, month: 0 }, margin))).toEqual([true, false]);
});

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [4_130_000, "4.13 MB"],
  [123_456_789_012, "123 GB"],
])("%i bytes are %s", (bytes, words) => expect(sizeText(bytes)).toBe(words));
