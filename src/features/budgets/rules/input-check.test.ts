import { describe, expect, it } from "vitest";
import { month } from "#kernel/period.ts";
import {
  CLOSED_ON,
  EXAMPLE_LINES,
  exampleInput,
  exampleLine,
  examplePractice,
  needIndex,
  steadyBaseline,
  unitsOf,
} from "../examples/example-input.ts";
import { RULES_2007 } from "../examples/example-rules.ts";
import { refusalWords } from "../refusals.ts";
import type { BudgetInput, PracticeInput } from "./budget-input.ts";
import { calculateBudgets } from "./calculate-budgets.ts";
import { componentsOf } from "./input-check.ts";

const refusedFor = (input: BudgetInput) => {
  const calculation = calculateBudgets(input);
  return "refused" in calculation ? calculation.refused : [];
};
const beside = (more: Partial<PracticeInput>): Partial<BudgetInput> => ({
  practices: [examplePractice("X81001"), examplePractice("X81002", more)],
});
const both = (more: Partial<PracticeInput>): Partial<BudgetInput> => ({
  practices: [examplePractice("X81001", more), examplePractice("X81002", more)],
});
/** A practice without one of the things that a file gives. */
const without = (key: "list" | "prescribingUnits"): Partial<BudgetInput> => {
  const { [key]: _, ...rest } = examplePractice("X81002");
  return { practices: [examplePractice("X81001"), rest] };
};
const [first] = steadyBaseline(1);
const january = month("2007-01");
const rows = (...more: readonly Partial<NonNullable<typeof first>>[]) =>
  more.flatMap((each) => (first ? [{ ...first, ...each }] : []));

describe("the figures that a run is given", () => {
  it("are enough when nothing is missing", () => {
    expect(refusedFor(exampleInput())).toEqual([]);
  });

  it.each([
    ["no-practices", { practices: [examplePractice("X81001", { closed: CLOSED_ON })] }],
    ["practice-twice", { practices: [examplePractice("X81001"), examplePractice("X81001")] }],
    ["list-missing", without("list")],
    ["list-missing", beside({ list: { value: -1 } })],
    ["need-missing", beside({ need: {} })],
    ["prescribing-units-missing", without("prescribingUnits")],
    ["nothing-to-share-by", both({ list: { value: 0 } })],
    ["nothing-to-share-by", both({ need: { ...examplePractice("X").need, community: needIndex(0) } })],
    ["nothing-to-share-by", both({ prescribingUnits: unitsOf(0) })],
    ["prescribing-spend-missing", both({ prescribingSpend: { value: 0 } })],
    ["prescribing-spend-missing", beside({ prescribingSpend: { value: -1 } })],
    ["baseline-twice", beside({ baseline: rows({}, {}) })],
    ["baseline-outside-window", beside({ baseline: rows({ month: january }) })],
    ["baseline-negative", beside({ baseline: rows({ ownYear: -1 }) })],
    ["baseline-negative", beside({ baseline: rows({ budgetYear: -1 }) })],
    ["activity-not-found", both({ baseline: steadyBaseline(1, "outpatient") })],
    ["growth-base-missing", { lastYear: { total: { value: 5 }, prescribing: { value: 5 } } }],
    ["growth-base-missing", { lastYear: { total: { value: 5 }, prescribing: { value: -1 } } }],
  ] as const)("are refused for %s", (code, more) => {
    const refused = refusedFor(exampleInput(more)).filter((refusal) => refusal.code === code);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.map(refusalWords).join()).not.toMatch(/undefined|not stated/);
  });

  it("are refused together with what is wrong with the envelope, and a bad envelope alone is enough", () => {
    const envelope = { ...exampleInput().envelope, lines: [...EXAMPLE_LINES, exampleLine("x", -1)] };
    expect(refusedFor(exampleInput({ envelope })).map(({ code }) => code)).toContain("negative-line");
  });

  it("need prescribing figures only where a line goes by the formula", () => {
    const { prescribingUnits: _, prescribingSpend: __, ...bare } = examplePractice("X81001");
    const lines = EXAMPLE_LINES.map((line) =>
      line.service === "prescribing" ? { ...line, method: { kind: "held" } as const, level: "pct" as const } : line,
    );
    const envelope = { ...exampleInput().envelope, lines };
    expect(refusedFor(exampleInput({ envelope, practices: [bare] }))).toEqual([]);
  });

  it("need weights for the lines and for fair shares only", () => {
    expect([...componentsOf(exampleInput())]).toEqual(["acute", "community", "mental-health"]);
    const named = exampleLine("maternity", 1, {
      service: "maternity",
      method: { kind: "weighted-capitation", component: "overall" },
    });
    const rules = {
      ...RULES_2007,
      fairShareExcludes: { ...RULES_2007.fairShareExcludes, value: ["maternity", "acute"] as const },
    };
    const envelope = { ...exampleInput().envelope, lines: [...EXAMPLE_LINES, named] };
    expect([...componentsOf(exampleInput({ envelope, rules }))]).toEqual([
      "acute",
      "community",
      "mental-health",
      "overall",
    ]);
  });
});
