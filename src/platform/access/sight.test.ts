import fc from "fast-check";
import { expect, test } from "vitest";
import { EVERYWHERE, OPEN_DATA, sees } from "./sight.ts";

test("sees the commissioners it names and no others", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.string(), (codes, code) => {
      expect(sees(codes, code)).toBe(codes.includes(code));
      expect(sees(EVERYWHERE, code)).toBe(true);
      expect(sees(OPEN_DATA, code)).toBe(false);
    }),
    { seed: 14 },
  );
});

test("takes no commissioner for all of them, whatever it is called", () => {
  expect(sees(["everywhere"], "5QV")).toBe(false);
});
