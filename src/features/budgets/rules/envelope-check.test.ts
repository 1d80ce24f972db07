import { describe, expect, it } from "vitest";
import { financialYear } from "#kernel/period.ts";
import { EXAMPLE_LINES, exampleLine } from "../examples/example-input.ts";
import { RULES_2007 } from "../examples/example-rules.ts";
import { refusalWords } from "../refusals.ts";
import type { EnvelopeLine } from "./envelope.ts";
import { checkEnvelope } from "./envelope-check.ts";

const check = (lines: readonly EnvelopeLine[], rules = RULES_2007) =>
  checkEnvelope({ pct: "5QX", year: financialYear("2007/08"), lines }, rules);
const beside = (...more: readonly EnvelopeLine[]) => check([...EXAMPLE_LINES, ...more]);
const held = (id: string, more: Partial<EnvelopeLine> = {}) =>
  exampleLine(id, 100, { service: "other", method: { kind: "held" }, level: "pct", ...more });

describe("an envelope", () => {
  it("passes with lines of every sort", () => {
    expect(check(EXAMPLE_LINES)).toEqual({ refused: [], questioned: [] });
  });

  // 003 ¶A1-22, ¶A1-8, ¶A1-11; the others keep a run from counting anything twice.
  it.each([
    ["deficit-top-slice", held("x", { purpose: "deficit-recovery" }), "budget.no-deficit-top-slice"],
    ["freed-up-deduction", held("x", { purpose: "freed-up-deduction" }), "budget.no-freed-up-deduction"],
    ["negative-line", held("x", { amount: -1 }), "budget.no-freed-up-deduction"],
    ["amount-not-whole", held("x", { amount: 0.5 }), undefined],
    ["line-id", held("Not an id"), undefined],
    ["line-id", held("risk-pool"), undefined],
    ["line-twice", held("management"), undefined],
    ["held-level", held("x", { level: "practice" }), undefined],
    ["prescribing-method", held("x", { service: "prescribing", method: { kind: "per-head" } }), undefined],
    ["prescribing-method", exampleLine("x", 1, { method: { kind: "prescribing-formula" } }), undefined],
    [
      "formula-twice",
      exampleLine("x", 1, { service: "prescribing", method: { kind: "prescribing-formula" } }),
      undefined,
    ],
    ["no-activities", exampleLine("x", 1, { method: { kind: "historic-activity", activities: [] } }), undefined],
    ["activity-twice", exampleLine("x", 1), undefined],
    ["growth-line", exampleLine("x", 1, { method: { kind: "per-head" }, purpose: "fair-share-growth" }), undefined],
  ] as const)("is refused for %s", (code, line, rule) => {
    const { refused } = beside(line);
    const found = refused.find((refusal) => refusal.code === code);
    expect(found?.rule).toBe(rule);
    expect(found && refusalWords(found)).not.toMatch(/undefined|not stated/);
  });

  it("is refused a second line of growth for fair shares", () => {
    const growth = (id: string) => held(id, { purpose: "fair-share-growth" });
    expect(beside(growth("x")).refused).toEqual([]);
    expect(beside(growth("x"), growth("y")).refused).toEqual([{ code: "growth-line", facts: { line: "y" } }]);
  });

  it.each(["acute", "prescribing", "community", "mental-health"] as const)("must have money for %s", (service) => {
    const rule = "budget.minimum-scope";
    const without = EXAMPLE_LINES.map((line) => (line.service === service ? { ...line, amount: 0 } : line));
    expect(check(without).refused).toEqual([{ code: "scope-missing", facts: { service }, rule }]);
  });

  it.each([
    ["Financial recovery plan", "recovery", "budget.no-deficit-top-slice"],
    ["Top-slice 2006/07", "top-slice", "budget.no-deficit-top-slice"],
    ["Planned savings", "savings", "budget.no-freed-up-deduction"],
    ["Claw-back of freed-up money", "claw-back", "budget.no-freed-up-deduction"],
  ])("is questioned for a label like %s", (label, word, rule) => {
    const { refused, questioned } = beside(held("x", { label }));
    expect(refused).toEqual([]);
    expect(questioned).toEqual([{ code: "label-questioned", facts: { line: "x", word }, rule }]);
  });

  it("is not questioned for a line that is refused by its purpose, nor where the place has no such rule", () => {
    const line = held("x", { label: "Deficit", purpose: "deficit-recovery" });
    expect(beside(line).questioned).toEqual([]);
    const lax = { ...RULES_2007, noDeficitTopSlice: { ...RULES_2007.noDeficitTopSlice, value: false } };
    expect(check([...EXAMPLE_LINES, line], lax)).toEqual({ refused: [], questioned: [] });
    expect(check([...EXAMPLE_LINES, held("y", { label: "Deficit" })], lax).questioned).toEqual([]);
  });
});
