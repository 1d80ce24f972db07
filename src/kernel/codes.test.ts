import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  hrgCode,
  icd10Code,
  isValue,
  opcs4Code,
  organisationCode,
  type Parsed,
  practiceCode,
  treatmentFunctionCode,
} from "./codes.ts";

const value = <T>(parsed: Parsed<T>) => (isValue(parsed) ? parsed.value : undefined);

describe("codes are normalised once", () => {
  test.each([
    [icd10Code, " j45.9 ", "J459"],
    [icd10Code, "E86", "E86X"],
    [icd10Code, "R02X", "R02X"],
    [icd10Code, "M01.4A", "M014"],
    [icd10Code, "G00.0†", "G000"],
    [opcs4Code, "f34.1", "F341"],
    [opcs4Code, "K40", "K40"],
    [practiceCode, "e82001", "E82001"],
    [hrgCode, "aa02c", "AA02C"],
    [hrgCode, "A01", "A01"],
    [treatmentFunctionCode, "110", "110"],
    [organisationCode, "5qv", "5QV"],
  ] as const)("%o reads %s as %s", (parse, text, expected) =>
    expect(value(parse(text) as Parsed<string>)).toBe(expected),
  );

  test.each([
    [icd10Code, "-"],
    [icd10Code, ""],
    [opcs4Code, "&"],
    [practiceCode, "E8200"],
    [practiceCode, "82001E"],
    [hrgCode, "AA2C"],
    [treatmentFunctionCode, "1100"],
    [organisationCode, "5 P"],
  ] as const)("%o does not read %s", (parse, text) => expect(parse(text)).toHaveProperty("reason"));
});

test("a code that was read once reads the same again", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(icd10Code, opcs4Code, practiceCode, hrgCode), (text, parse) => {
      const once = value<string>(parse(text));
      if (once !== undefined) expect(value<string>(parse(once))).toBe(once);
    }),
  );
  expect(value(icd10Code("E86"))).toBe(value(icd10Code("E86X")));
});
