import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("canonical JSON", () => {
  it("puts keys in order at every depth and leaves out what is undefined", () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: "é", z: undefined })).toBe('{"a":"é","b":[{"c":null,"d":1}]}');
  });

  it("reads back as the same data, and gives the same bytes again", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
