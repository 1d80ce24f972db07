import { describe, expect, it } from "vitest";
import { verdict } from "./tally.ts";

const good = { passed: 5, failed: 0, skipped: 0, outside: [] };

describe("the verdict on a run", () => {
  it("states what passed and failed", () => {
    expect(verdict(good, "passed")).toEqual({ notes: [], line: "5 passed, 0 failed", good: true });
  });

  it("counts failed checks of the code as a failure", () => {
    expect(verdict(good, "failed")).toMatchObject({ line: "5 passed, 1 failed", good: false });
  });

  it("counts a file that does not load as a failure and names it", () => {
    const broken = { ...good, outside: ["src/a.test.ts, the file: no such import"] };
    expect(verdict(broken, "passed")).toMatchObject({
      notes: ["src/a.test.ts, the file: no such import"],
      line: "5 passed, 1 failed",
      good: false,
    });
  });

  it("names skipped tests without counting them as either", () => {
    const { line, good: isGood } = verdict({ ...good, skipped: 2 }, "passed");
    expect({ line, isGood }).toEqual({ line: "5 passed, 0 failed, 2 skipped", isGood: true });
  });

  it("takes neither an empty run nor a missing report for a good one", () => {
    const empty = { ...good, passed: 0 };
    expect(verdict(empty, "passed")).toMatchObject({ line: "0 passed, 1 failed", good: false });
    expect(verdict({ ...empty, skipped: 3 }, "passed").good).toBe(false);
    expect(verdict(undefined, "passed")).toMatchObject({ line: "0 passed, 1 failed", good: false });
  });
});
