import { describe, expect, it } from "vitest";
import { exampleInput, exampleLine, examplePractice } from "../examples/example-input.ts";
import { RULES_2007 } from "../examples/example-rules.ts";
import { figure, lineIn, practiceIn, runOf, withLines } from "../examples/example-run.ts";

const alone = (() => {
  const { group: _, ...practice } = examplePractice("X81001");
  return practice;
})();
const grouped = examplePractice("X81002");

describe("blocking back", () => {
  // 003 ¶A1-10 and ¶A1-31, 004 ¶22-2: who commissions a line decides who holds it.
  it.each([
    ["practice", "per-head", "", ""],
    ["group", "per-head", "no-group", ""],
    ["pct", "per-head", "commissioned-by-pct", "commissioned-by-pct"],
    ["wider", "per-head", "commissioned-wider", "commissioned-wider"],
    ["pct", "held", "held-by-pct", "held-by-pct"],
    ["wider", "held", "commissioned-wider", "commissioned-wider"],
  ] as const)("at level %s, by %s: in no group %j, in a group %j", (level, kind, inNone, inGroup) => {
    const line = exampleLine("other", 1000, { service: "other", level, method: { kind } });
    const need = { ...alone.need };
    const run = runOf(exampleInput({ ...withLines(line), practices: [{ ...alone, need }, grouped] }));
    expect(lineIn(run, "X81001", "other")).toEqual({ devolved: 500, net: inNone === "" ? 500 : 0, held: inNone });
    expect(lineIn(run, "X81002", "other")).toEqual({ devolved: 500, net: inGroup === "" ? 500 : 0, held: inGroup });
  });

  it("names who holds it, line by line, with the practices it came from", () => {
    const run = runOf(exampleInput({ practices: [alone, grouped] }));
    expect(
      run.position.heldLines.map(({ line, reason, holder }) => `${line} ${reason} ${holder.kind} ${holder.code}`),
    ).toEqual([
      "acute not-in-activity-data pct 5QX",
      "community no-group pct 5QX",
      "high-cost commissioned-wider wider 5QX",
      "management held-by-pct pct 5QX",
      "prescribing not-in-formula pct 5QX",
      "risk-pool risk-pool pct 5QX",
      "risk-pool risk-pool group G01",
    ]);
    for (const { address, amount } of run.position.heldLines) expect(figure(run, address).value).toBe(amount);
  });
});

describe("the risk pool (003 ¶A1-25, ¶3-3)", () => {
  it("takes 5% of the budget in Hertfordshire, held by the group or else by the PCT", () => {
    const run = runOf(exampleInput({ practices: [alone, grouped] }));
    const { riskPool, budget } = practiceIn(run, "X81002");
    const available = figure(run, "practice/X81002/budget/available").value;
    expect([riskPool, budget]).toEqual([Math.round(available / 20), available - Math.round(available / 20)]);
    expect(figure(run, "pct/held/risk-pool.risk-pool.G01").value).toBe(riskPool);
    expect(figure(run, "pct/held/risk-pool.risk-pool.5QX").value).toBe(practiceIn(run, "X81001").riskPool);
  });

  it("takes nothing where no place has set a rate", () => {
    const { riskPoolRate: _, ...rules } = RULES_2007;
    const run = runOf(exampleInput({ rules }));
    const { riskPool, budget } = practiceIn(run, "X81001");
    expect([riskPool, budget]).toEqual([0, figure(run, "practice/X81001/budget/available").value]);
    expect(run.position.heldLines.filter(({ line }) => line === "risk-pool")).toEqual([]);
    expect(figure(run, "practice/X81001/waterfall").value).toBe(budget);
  });
});
