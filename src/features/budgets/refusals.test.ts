import { describe, expect, it } from "vitest";
import { BUDGET_REFUSALS, refusalWords } from "./refusals.ts";

describe("the words of a refusal", () => {
  it.each(BUDGET_REFUSALS)("for %s are a sentence that says what to do", (code) => {
    expect(refusalWords({ code })).toMatch(/^[A-Z0-9(].* .*\.$/);
    expect(refusalWords({ code }).split(". ").length).toBeGreaterThan(1);
  });

  it("give amounts to the penny, and name the rule", () => {
    const facts = { line: "reserve", amount: -123_456_705 };
    expect(refusalWords({ code: "negative-line", facts, rule: "budget.no-freed-up-deduction" })).toMatch(
      /is −£1,234,567\.05\..* Rule: budget\.no-freed-up-deduction\.$/,
    );
  });

  it("give rates in per cent", () => {
    expect(refusalWords({ code: "policy-beyond-rule", facts: { rate: 125, limit: 100 } })).toContain("1.25%");
  });

  it("say which fact is missing rather than leave a gap", () => {
    expect(refusalWords({ code: "line-twice" })).toContain("(line not stated)");
  });
});
