import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSaid, writtenOf } from "./said-of-file.ts";
import type { SaidOfFile } from "./uploads.ts";

const name = fc.stringMatching(/^[a-z_]{1,12}$/);
const words = fc.stringMatching(/^[A-Za-z0-9/][A-Za-z0-9/ -]{0,18}[A-Za-z0-9/]$/);
const amount = fc.stringMatching(/^-?\d{1,3}(,\d{3})?(\.\d{1,2})?$/);
const some = <T>(values: fc.Arbitrary<T>) =>
  fc.dictionary(name, values, { minKeys: 1, maxKeys: 3, noNullPrototype: true });

const said: fc.Arbitrary<SaidOfFile> = fc.record(
  {
    status: fc.constantFrom("provisional", "final"),
    ...{ dataset: words, layout: words, batch: words, corrects: words, standIn: words },
    settings: some(words),
    says: fc.oneof(fc.record({ rows: fc.nat() }), fc.record({ sums: some(amount), rows: fc.nat() })),
    madeUp: fc.constant(true),
  },
  { requiredKeys: ["status"] },
);

describe("what is said of a file", () => {
  test("is the same after it was written on a form and read again", () => {
    fc.assert(
      fc.property(said, (each) => {
        expect(readSaid(writtenOf(each))).toEqual(each);
      }),
    );
  });

  test("is nothing where fields are left empty", () => {
    const written = { dataset: " ", layout: "", batch: "", settings: " ; ", rows: "", sums: "", standIn: "" };
    expect(readSaid({ status: "final", ...written })).toEqual({ status: "final" });
  });

  test.each([
    ["settings", "2008/09"],
    ["settings", "=2008/09"],
    ["settings", "year=1; year=2"],
    ["sums", "cost"],
    ["sums", "cost=much"],
    ["rows", "-1"],
    ["rows", "1.5"],
  ] as const)("cannot be read where %s is %s, and says what to write", (field, text) => {
    expect(readSaid({ status: "final", [field]: text })).toMatchObject({
      unreadable: { field, message: expect.stringMatching(/^Write /) },
    });
  });
});
