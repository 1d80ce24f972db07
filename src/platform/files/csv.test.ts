import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "../lake/records.ts";
import { brokenLineAgain, csvLineAgain, csvText, tamed, untamed } from "./csv.ts";

/** What attackers write, with what surrounds it: words made of the characters that matter. */
const hostile = fc
  .array(
    fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      " ",
      "'",
      '"',
      ";",
      ",",
      "＝",
      "＋",
      "－",
      "＠",
      "\u200b",
      "a",
      "1",
    ),
  )
  .map((parts) => parts.join(""));
const words = fc.oneof(hostile, fc.string(), fc.string({ unit: "grapheme" }));

/** What opens a formula in a cell, once a spreadsheet has dropped what it drops. */
const isFormula = (cell: string): boolean => /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*[=+\-@＝＋－＠]/.test(cell);

describe("a file for a spreadsheet", () => {
  test.each([
    ['=HYPERLINK("http://evil")', '"\'=HYPERLINK(""http://evil"")"'],
    ["+44 1992 555555", "'+44 1992 555555"],
    ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
    ["@SUM(1)", "'@SUM(1)"],
    ["\t=1", "\"'\t'=1\""],
    ["\r=1", '"\'\r=1"'],
    ["＝1+1", "'＝1+1"],
    [" \u200b=1", "' \u200b=1"],
    ["Ash;=1+1", '"Ash;\'=1+1"'],
    ["'=1", "''=1"],
    ["St John's - North", "St John's - North"],
    ["5-10", "5-10"],
  ])("writes %j as %s", (given, cell) => {
    expect(csvText([[given]])).toBe(`${cell}\r\n`);
  });

  test("leaves numbers alone", () => {
    expect(csvText([[-5, 0, { value: -5, places: 2 }, { value: 123456, places: 2 }, { value: -1, places: 6 }]])).toBe(
      "-5,0,-0.05,1234.56,-0.000001\r\n",
    );
  });

  test("holds no cell that opens a formula, read by commas or by semicolons and tabs", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (cells) => {
        const line = csvText([cells]).slice(0, -2);
        const read = fieldsOf(line);
        if (typeof read === "string") throw new Error(`cannot be read: ${read}`);
        expect(read).toHaveLength(cells.length);
        expect(read.flatMap((cell) => [cell, ...cell.split(/[;\t]/)]).filter(isFormula)).toEqual([]);
        expect(read.filter((cell) => /^[\t\r\n]/.test(cell))).toEqual([]);
      }),
    );
  });

  test("gives every word back to whoever loads it again", () => {
    fc.assert(fc.property(words, (given) => untamed(tamed(given)) === given));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (cells) => {
        const read = fieldsOf(csvLineAgain(cells));
        expect(typeof read === "string" ? read : read.map(untamed)).toEqual(cells);
      }),
    );
  });

  test("numbers to load again stay as they were written, and a broken line is tame too", () => {
    expect(csvLineAgain(["-12.50", "+3", "-12.50p"])).toBe("-12.50,+3,'-12.50p");
    expect(brokenLineAgain('-5,=1+1,"=cmd')).toBe(`-5,'=1+1,"'=cmd`);
  });
});
