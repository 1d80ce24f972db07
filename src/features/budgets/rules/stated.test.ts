import { describe, expect, it } from "vitest";
import { known, stated } from "./stated.ts";

describe("a stated figure", () => {
  const named = { id: "heads", label: "Registered patients" };

  it("keeps its origin and its caution, and nothing that was not stated", () => {
    const origin = { kind: "list", keys: { practice: "X81001", quarter: "2007/08 Q1" } };
    const whole = { value: 7, origin, caution: "April's list stands in for June's." };
    expect(stated(named, "people", whole)).toEqual({
      ...named,
      unit: "people",
      working: "given",
      inputs: [],
      ...whole,
    });
    expect(Object.keys(stated(named, "people", { value: 7 })).sort()).toEqual([
      "id",
      "inputs",
      "label",
      "unit",
      "value",
      "working",
    ]);
  });
});

describe("what was checked before", () => {
  it("is handed on, or named where it is missing all the same", () => {
    expect(known(0, "A list")).toBe(0);
    expect(() => known(undefined, "The list of X81001")).toThrow("The list of X81001 is missing");
  });
});
