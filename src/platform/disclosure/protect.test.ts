import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EXACT, ROUNDED } from "./examples/profiles.ts";
import { chanceOf, randomTable } from "./examples/random-releases.ts";
import { boundsOfShown, checkProfile, isSmall, shownAs } from "./profile.ts";
import { type Protection, protect } from "./protect.ts";
import { type PublishedTable, percentageOf, shownAt } from "./published.ts";
import { type Table, tableOf } from "./table.ts";

const line = (counts: readonly number[]): Table =>
  tableOf(
    [{ name: "shop", codes: counts.map((_, at) => `s${at}`) }],
    counts.map((count, at) => ({ at: [`s${at}`], count })),
  );

const square = (rows: readonly (readonly number[])[]): Table =>
  tableOf(
    [
      { name: "shop", codes: rows.map((_, at) => `s${at}`) },
      { name: "week", codes: (rows[0] ?? []).map((_, at) => `w${at}`) },
    ],
    rows.flatMap((row, shop) => row.map((count, week) => ({ at: [`s${shop}`, `w${week}`], count }))),
  );

function published(protection: Protection): PublishedTable {
  if (protection.kind === "given away") throw new Error(`${protection.cells} cells are given away`);
  return protection.published;
}

describe("a table", () => {
  test("has all its totals, along each dimension and both", () => {
    expect(
      square([
        [1, 2],
        [3, 4],
      ]).counts,
    ).toEqual([1, 2, 3, 3, 4, 7, 4, 6, 10]);
  });

  test("refuses what is no count and codes it does not have", () => {
    expect(() => line([-1])).toThrow("-1 at s0 is no count");
    expect(() => tableOf([{ name: "shop", codes: ["a"] }], [{ at: ["b"], count: 1 }])).toThrow(
      "b is not among the codes of shop",
    );
  });
});

describe("a line of counts", () => {
  test("loses the small one and the cheapest beside it, and keeps its total", async () => {
    const { cells } = published(await protect(line([3, 8, 20, 31]), EXACT));
    expect(cells).toEqual(["suppressed", "suppressed", 20, 31, 62]);
  });

  test("takes a larger count beside it where the cheapest leaves too few values", async () => {
    const { cells } = published(await protect(line([1, 6, 20]), EXACT));
    expect(cells).toEqual(["suppressed", 6, "suppressed", 27]);
  });

  test("without small counts is shown whole, zeros too", async () => {
    expect(published(await protect(line([0, 8, 20]), EXACT)).cells).toEqual([0, 8, 20, 28]);
  });

  test("is withheld where even saying which are small gives them away: five ones under five; a zero stays shown where nothing needs it", async () => {
    const { cells } = published(await protect(line([1, 1, 1, 1, 1, 0]), EXACT));
    expect(cells).toEqual([...Array(5).fill("withheld"), 0, "withheld"]);
  });

  test("is rounded by the second profile, its total by itself, so that they may not add up", async () => {
    expect(published(await protect(line([8, 12, 13, 0]), ROUNDED)).cells).toEqual([10, 10, 15, 0, 35]);
    expect(published(await protect(line([3, 12, 13, 40]), ROUNDED)).cells).toEqual(["suppressed", 10, 15, 40, 70]);
  });
});

describe("a table of two dimensions", () => {
  test("loses the corners of a box, so that every line keeps its total", async () => {
    const { cells } = published(
      await protect(
        square([
          [3, 30, 40],
          [50, 9, 60],
          [70, 80, 90],
        ]),
        EXACT,
      ),
    );
    expect(cells.map((cell) => (typeof cell === "number" ? "." : "*")).join("")).toBe("**..**..........");
  });

  test("is protected in the same way each time", async () => {
    const table = randomTable(chanceOf(7));
    expect(await protect(table, EXACT)).toEqual(await protect(table, EXACT));
  });
});

describe("a later release", () => {
  test("keeps suppressed what was suppressed before, however large it has grown", async () => {
    const first = line([3, 8, 20, 31]);
    const before = { table: first, published: published(await protect(first, EXACT)) };
    const { cells } = published(await protect(line([30, 18, 20, 31]), EXACT, { earlier: [before] }));
    expect(cells.slice(0, 4)).toEqual(["suppressed", "suppressed", 20, 31]);
  });

  test("with one more practice gives it away neither by its own cell nor by the old total", async () => {
    const first = line([10, 20, 31]);
    const before = { table: first, published: published(await protect(first, EXACT)) };
    const { cells } = published(await protect(line([10, 20, 31, 2]), EXACT, { earlier: [before] }));
    expect(cells).toEqual([10, 20, 31, "suppressed", "suppressed"]);
  });

  test("is refused where those before it leave nothing open, and says how many counts", async () => {
    const table = line([10, 20, 2]);
    const careless = {
      profile: EXACT,
      dimensions: table.dimensions,
      cells: [10, 20, "suppressed", 32] as const,
      exactBeside: [],
    };
    expect(await protect(table, EXACT, { earlier: [{ table, published: careless }] })).toEqual({
      kind: "given away",
      cells: 1,
    });
  });
});

describe("what is published", () => {
  test("is a count as its profile shows it wherever it is not suppressed, and never a small one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(EXACT, ROUNDED),
        async (seed, profile) => {
          const table = randomTable(chanceOf(seed));
          const { cells } = published(await protect(table, profile));
          const expected = table.counts.map((count) => (isSmall(profile, count) ? "hidden" : shownAs(profile, count)));
          const shown = cells.map((cell, at) => (typeof cell === "number" ? cell : (expected[at] ?? cell)));
          expect(cells.filter((cell, at) => typeof cell === "number" && expected[at] === "hidden")).toEqual([]);
          expect(shown).toEqual(expected);
        },
      ),
      { seed: 20080401, numRuns: 100 },
    );
  });

  test("is found by its codes, a dimension without one being its total", async () => {
    const table = published(
      await protect(
        square([
          [30, 40],
          [50, 60],
        ]),
        EXACT,
      ),
    );
    expect([shownAt(table, ["s1", "w0"]), shownAt(table, ["s1", undefined]), shownAt(table, ["s9", "w0"])]).toEqual([
      50,
      110,
      undefined,
    ]);
  });

  test("has exact figures beside a count only where nothing beneath it is suppressed", async () => {
    const table = published(await protect(line([3, 8, 20, 31]), EXACT, { withExactBeside: true }));
    expect(table.exactBeside).toEqual([false, false, true, true, false]);
  });

  test("gives percentages from its own figures, to one place only where the whole bears it", () => {
    expect(percentageOf(EXACT, 1, 3)).toBe(33.3);
    expect(percentageOf(ROUNDED, 10, 30)).toBe(33);
    expect(percentageOf(ROUNDED, 1500, 4500)).toBe(33.3);
    expect(percentageOf(EXACT, "suppressed", 30)).toBe(undefined);
    expect(percentageOf(EXACT, 10, "withheld")).toBe(undefined);
    expect(percentageOf(EXACT, 0, 0)).toBe(undefined);
  });
});

describe("a profile", () => {
  test("says of a shown figure no less than was true", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.constantFrom(EXACT, ROUNDED), (count, profile) => {
        fc.pre(!isSmall(profile, count));
        const { least, greatest } = boundsOfShown(profile, shownAs(profile, count));
        expect(least <= count && count <= greatest).toBe(true);
      }),
    );
  });

  test("is refused where its numbers contradict one another", () => {
    expect(() => checkProfile({ ...ROUNDED, largestSuppressed: 1, leastValues: 2 })).toThrow(
      "would be rounded to zero",
    );
    expect(() => checkProfile({ ...EXACT, leastValues: 1 })).toThrow("1 whole values cannot stay possible of 1 to 5");
  });
});
