import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, day, daysLater, isWithin } from "#kernel/period.ts";
import { loadRulebook, loadSources } from "../files/folders.ts";
import { type DecidedValue, withDecisions } from "./decided.ts";

const shipped = loadRulebook(["rulebook"], loadSources("docs/sources"));
const decided = (value: number, from: string, until?: string): DecidedValue => ({
  rule: "risk-pool.contribution",
  place: "hertfordshire",
  value,
  from: day(from),
  ...(until === undefined ? {} : { until: day(until) }),
  source: { document: "Board minute", paragraph: "2008-03-27-4" },
});
const contribution = (decisions: readonly DecidedValue[], on: Day) => {
  const result = withDecisions(shipped, decisions);
  if ("problems" in result) throw new Error(result.problems[0]?.what);
  return result.rulebook.find("hertfordshire", "risk-pool.contribution", on);
};

describe("a value that a Board decides", () => {
  test("holds from its first day, cites its minute, and leaves the past as it was", () => {
    const decisions = [decided(400, "2008-04-01")];
    expect(contribution(decisions, day("2008-03-31"))?.value).toBe(500);
    expect(contribution(decisions, day("2008-04-01"))).toMatchObject({
      value: 400,
      source: { document: "Board minute" },
    });
  });

  test("gives way to the earlier value after its last day", () => {
    const decisions = [decided(400, "2008-04-01", "2009-03-31")];
    expect(contribution(decisions, day("2009-03-31"))?.value).toBe(400);
    expect(contribution(decisions, day("2009-04-01"))?.value).toBe(500);
  });

  test.each([
    ["out-of-range", decided(600, "2008-04-01")],
    ["rule-unknown", { ...decided(400, "2008-04-01"), rule: "risk-pool.depth" }],
    ["value-wrong", { ...decided(400, "2008-04-01"), value: "much" }],
    ["dates-wrong", decided(400, "2008-04-01", "2008-03-01")],
    ["within-unknown", { ...decided(400, "2008-04-01"), place: "atlantis" }],
  ])("is refused: %s", (code, decision) => {
    expect(withDecisions(shipped, [decision])).toMatchObject({ problems: [{ code }] });
  });

  test("whatever is decided in whatever order, the latest decision that covers a day holds, else the value before", () => {
    const some = fc.record({
      value: fc.integer({ min: 300, max: 500 }),
      from: fc.nat(400),
      length: fc.option(fc.nat(200)),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), fc.nat(800), (drawn, offset) => {
        const start = day("2007-04-01");
        const decisions = drawn.map(({ value, from, length }) =>
          decided(value, daysLater(start, from), length === null ? undefined : daysLater(start, from + length)),
        );
        const on = daysLater(start, offset);
        const expected = decisions.findLast((decision) => isWithin(on, decision))?.value ?? 500;
        expect(contribution(decisions, on)?.value).toBe(expected);
      }),
    );
  });
});
