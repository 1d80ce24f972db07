import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absent, distance, money, type Table, tableOf, text } from "./shown.ts";
import { askedFile, csvOf } from "./table-file.ts";
import { tableText } from "./table-text.ts";

const table = (names: readonly string[]): Table =>
  tableOf({
    id: "t",
    caption: "A table",
    counted: ["row", "rows"],
    rows: names.map((name, index) => ({ name, index })),
    rowKey: ({ name }) => name,
    columns: [
      { key: "name", heading: "Name", show: ({ name }) => text(name) },
      { key: "cost", heading: "Cost", unit: "£", adds: true, show: ({ index }) => money(index * -150 + 100) },
      {
        key: "far",
        heading: "Distance",
        figure: true,
        show: ({ index }) => (index === 0 ? absent("suppressed") : distance(-5)),
      },
    ],
  });

describe("a table as a file", () => {
  test("has the head with its units, and amounts to the penny as plain decimals", () => {
    expect(csvOf(table(["Ash", 'Beech, "old"']))).toBe(
      'Name,Cost (£),Distance\r\nAsh,1.00,suppressed\r\n"Beech, ""old""",-0.50,-0.05\r\n',
    );
  });

  test("is in the order in which the page has it", () => {
    const lines = csvOf(table(["b", "a", "c"]), new URLSearchParams("t-sort=-name")).split("\r\n");
    expect(lines.slice(1, 4).map((line) => line.slice(0, 1))).toEqual(["c", "b", "a"]);
  });

  test("never holds a formula, whatever somebody is called", () => {
    fc.assert(
      fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), fc.string(), (start, rest) => {
        const [, row = ""] = csvOf(table([`${start}${rest}`])).split("\r\n", 2);
        expect(row.replace(/^"/, "").startsWith("'")).toBe(true);
      }),
    );
  });

  test("is given only for a table that the page has", () => {
    expect(askedFile("x", [table(["a"])], new URLSearchParams("csv=t"))?.name).toBe("x-t.csv");
    expect(askedFile("x", [table(["a"])], new URLSearchParams("csv=other"))).toBeUndefined();
    expect(askedFile("x", [table(["a"])], new URLSearchParams())).toBeUndefined();
  });
});

test("a table on a terminal lines its figures up and adds them", () => {
  expect(tableText(table(["Ash", "Beech"]))).toEqual([
    "A table",
    "  Name   Cost £    Distance",
    "  Ash      1.00  suppressed",
    "  Beech   −0.50      −0.05%",
    "  Total    0.50",
  ]);
});
