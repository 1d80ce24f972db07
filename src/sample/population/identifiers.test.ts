import { expect, test } from "vitest";
import { checkDigit, MOST_PEOPLE, nhsNumbers, postcode } from "./identifiers.ts";

/** The rule as it is stated: digits times ten down to one add up to a multiple of eleven. */
function isValid(number: string): boolean {
  const sum = [...number].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return number.length === 10 && sum % 11 === 0;
}

test("gives everybody a number of their own, valid and from the range that is kept for tests", () => {
  const numbers = nhsNumbers(20_000, 123_456);
  expect(new Set(numbers).size).toBe(20_000);
  expect(numbers.filter((number) => !isValid(number) || !number.startsWith("999"))).toEqual([]);
});

test("has numbers for as many people as it says, and refuses more", () => {
  expect(new Set(nhsNumbers(MOST_PEOPLE, 0)).size).toBe(MOST_PEOPLE);
  expect(() => nhsNumbers(MOST_PEOPLE + 1, 0)).toThrow(/900000 people/);
});

test("works out check digits, nought in place of eleven and none in place of ten", () => {
  expect(checkDigit("401023213")).toBe(7);
  expect(checkDigit("000000000")).toBe(0);
  expect(checkDigit("000000006")).toBeUndefined();
});

test("writes postcodes of the right form in an area that does not exist", () => {
  expect(postcode(12, 345)).toMatch(/^ZZ\d{2} \d[A-Z]{2}$/);
});
