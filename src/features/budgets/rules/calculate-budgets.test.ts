import { describe, expect, it } from "vitest";
import { firstUnsound } from "#kernel/explanation.ts";
import { exampleInput } from "../examples/example-input.ts";
import { firstBrokenPointer } from "./budget-run.ts";
import { calculateBudgets } from "./calculate-budgets.ts";

describe("x", () => {
  it("y", () => {
    const c = calculateBudgets(exampleInput());
    if (!("run" in c)) throw new Error(JSON.stringify(c));
    const r = c.run;
    for (const f of [...r.position.figures, ...r.practices.flatMap((p) => p.figures)])
      expect(firstUnsound(f)).toBeUndefined();
    expect(firstBrokenPointer(r)).toBeUndefined();
    console.log(JSON.stringify({ ...r.position, figures: undefined }, null, 1));
    console.log(JSON.stringify({ ...r.practices[0], figures: undefined }, null, 1));
    console.log(r.practices[0]?.figures.find((f) => f.id === "waterfall")?.inputs.map((i) => [i.id, i.value]));
    expect(r.position.unallocated).toBe(0);
  });
});
