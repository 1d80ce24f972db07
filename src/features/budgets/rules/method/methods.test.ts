import { describe, expect, it } from "vitest";
import { day } from "#kernel/period.ts";
import {
  CLOSED_ON,
  exampleInput,
  exampleLine,
  examplePractice,
  needIndex,
  steadyBaseline,
  unitsOf,
} from "../../examples/example-input.ts";
import { cited, RULES_2007 } from "../../examples/example-rules.ts";
import { figure, lineIn, practiceIn, runOf, withLines } from "../../examples/example-run.ts";
import type { BudgetInput } from "../budget-input.ts";

// Growth is nought in these examples: the PCT's total less prescribing is the same as last year.
const NO_GROWTH = (input: BudgetInput): BudgetInput => {
  const lines = input.envelope.lines;
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const prescribing = lines.reduce((sum, { service, amount }) => sum + (service === "prescribing" ? amount : 0), 0);
  return { ...input, lastYear: { total: { value: total }, prescribing: { value: prescribing } } };
};
const steady = (more: Partial<BudgetInput>) => runOf(NO_GROWTH(exampleInput(more)));
const practices = (...list: readonly ReturnType<typeof examplePractice>[]) => ({ practices: list });

describe("a line by history (003 ¶A1-5)", () => {
  it("is activity at the budget year's prices with general growth, and the rest of the line is blocked back", () => {
    const run = runOf(exampleInput());
    // £1,320,000 at 2007/08 prices with 6.25% is £1,402,500; £1,500,000 is half the line.
    expect(lineIn(run, "X81001", "acute")).toEqual({
      devolved: 1_500_000,
      net: 1_402_500,
      held: "not-in-activity-data",
    });
    expect(figure(run, "pct/growth").value).toBe(625);
    expect(figure(run, "pct/not-covered-acute").value).toBe(19_500_000);
  });

  it("spreads what activity does not show by weighted heads", () => {
    const run = steady({
      ...withLines(exampleLine("acute", 3_000_000)),
      ...practices(
        examplePractice("X81001"),
        examplePractice("X81002", { need: { ...examplePractice("X").need, acute: needIndex(1_400_000) } }),
      ),
    });
    // 3,000,000 - 2 x 1,320,000 = 360,000, by 10,000 and 14,000 weighted heads.
    expect(lineIn(run, "X81001", "acute")).toMatchObject({ devolved: 1_470_000, net: 1_320_000 });
    expect(lineIn(run, "X81002", "acute")).toMatchObject({ devolved: 1_530_000, net: 1_320_000 });
  });

  it("is scaled down to the line where history is more than the line affords", () => {
    const run = steady({
      ...withLines(exampleLine("acute", 1_000_000.01)),
      ...practices(examplePractice("X81001"), examplePractice("X81002", { baseline: steadyBaseline(200_000) })),
    });
    expect(lineIn(run, "X81001", "acute")).toEqual({ devolved: 333_333.34, net: 333_333.34, held: "" });
    expect(lineIn(run, "X81002", "acute")).toEqual({ devolved: 666_666.67, net: 666_666.67, held: "" });
    expect(figure(run, "practice/X81001/budget/available/acute/devolved").label).toBe(
      "Scaled to what the line affords",
    );
  });

  it("has nothing held where history comes to the line exactly", () => {
    const run = steady(withLines(exampleLine("acute", 2_640_000)));
    expect(lineIn(run, "X81001", "acute")).toEqual({ devolved: 1_320_000, net: 1_320_000, held: "" });
  });

  it("gives a merged practice's history to its successor, named as taken over", () => {
    const run = steady({
      ...withLines(exampleLine("acute", 3_960_000)),
      ...practices(
        examplePractice("X81001"),
        examplePractice("X81002"),
        examplePractice("X81003", { closed: CLOSED_ON, successor: "X81002" }),
      ),
    });
    expect(run.practices.map(({ code }) => code)).toEqual(["X81001", "X81002"]);
    expect(lineIn(run, "X81002", "acute")).toMatchObject({ devolved: 2_640_000, net: 2_640_000 });
    const months = figure(run, "practice/X81002/budget/available/acute/devolved/expected/activity/earlier").inputs;
    expect(months.slice(0, 2).map(({ id, label }) => [id, label])).toEqual([
      ["2005-10.admitted", "October 2005, admitted"],
      ["2005-10.admitted.X81003", "October 2005, admitted, from X81003, since merged"],
    ]);
    expect(practiceIn(run, "X81002")).toMatchObject({ mergedFrom: ["X81003"], lastYear: 260_000_000 });
  });

  it("keeps the history of a closed practice without successor as a held part", () => {
    const run = steady({
      ...withLines(exampleLine("acute", 3_960_000)),
      ...practices(
        examplePractice("X81001"),
        examplePractice("X81002"),
        examplePractice("X81003", { closed: CLOSED_ON }),
      ),
    });
    expect(lineIn(run, "X81003", "acute")).toEqual({ devolved: 1_320_000, net: 0, held: "closed-practice" });
    expect(practiceIn(run, "X81003")).toMatchObject({
      standing: "closed",
      budget: 0,
      fairShare: { state: "untested" },
    });
    expect(figure(run, "pct/held/acute.closed-practice.5QX").value).toBe(132_000_000);
  });

  it("gives a new practice its weighted share instead (003 ¶A1-7)", () => {
    const run = steady({
      ...withLines(exampleLine("acute", 3_960_000)),
      ...practices(
        examplePractice("X81001"),
        examplePractice("X81002"),
        examplePractice("X81003", { opened: day("2006-06-01"), lastYear: [] }),
      ),
    });
    expect(lineIn(run, "X81003", "acute")).toMatchObject({ devolved: 1_320_000, net: 1_320_000 });
    expect(figure(run, "practice/X81003/budget/available/acute/devolved/expected").label).toMatch(/no history/);
    expect(practiceIn(run, "X81003")).toMatchObject({
      standing: "new",
      fairShare: { state: "untested", lastYear: null },
    });
  });

  it("says when some months have no activity", () => {
    const run = steady(
      practices(examplePractice("X81001", { baseline: steadyBaseline(1).slice(0, 7) }), examplePractice("X81002")),
    );
    expect(practiceIn(run, "X81001").cautions).toEqual(["Activity was found in 7 of the 12 months only."]);
  });

  it("changes by the half-year that is priced anew, and by no other", () => {
    const dearer = steadyBaseline(100_000).map((row, at) =>
      at < 6 ? { ...row, budgetYear: row.budgetYear * 2 } : row,
    );
    const halves = (run: ReturnType<typeof runOf>) =>
      figure(run, "practice/X81001/budget/available/acute/devolved/expected/activity").inputs.map(({ value }) => value);
    expect(halves(runOf(exampleInput()))).toEqual([66_000_000, 66_000_000]);
    const repriced = exampleInput(
      practices(examplePractice("X81001", { baseline: dearer }), examplePractice("X81002")),
    );
    expect(halves(runOf(repriced))).toEqual([132_000_000, 66_000_000]);
  });
});

describe("prescribing by formula (003 ¶A1-6, ¶A1-18)", () => {
  const prescribing = (pounds: number) =>
    exampleLine("prescribing", pounds, { service: "prescribing", method: { kind: "prescribing-formula" } });
  const heavier = examplePractice("X81002", {
    prescribingUnits: unitsOf(60_000),
    prescribingSpend: { value: 50_000_000 },
  });
  const pair = practices(examplePractice("X81001"), heavier);
  const blended = (share: number) => ({
    rules: { ...RULES_2007, prescribingHistoryShare: cited("prescribing.history-share", share, "A1-6") },
  });

  it("shares last year's spend with its own uplift by prescribing units", () => {
    // £1,500,000 with 2.9% is £1,543,500: a third and two thirds.
    const run = runOf(exampleInput({ ...withLines(prescribing(1_543_500)), ...pair }));
    expect(lineIn(run, "X81001", "prescribing")).toEqual({ devolved: 514_500, net: 514_500, held: "" });
    expect(lineIn(run, "X81002", "prescribing")).toEqual({ devolved: 1_029_000, net: 1_029_000, held: "" });
  });

  it("lets a part follow last year's spend where the rule says so", () => {
    const run = runOf(exampleInput({ ...withLines(prescribing(1_543_500)), ...pair, ...blended(5000) }));
    // Half by units (257,250 and 514,500), half by spend (514,500 and 257,250).
    expect(lineIn(run, "X81001", "prescribing")).toMatchObject({ net: 771_750 });
    expect(lineIn(run, "X81002", "prescribing")).toMatchObject({ net: 771_750 });
  });

  it("takes units for spend where a practice had none, and says so", () => {
    const { prescribingSpend: _, ...fresh } = examplePractice("X81002");
    const run = runOf(
      exampleInput({
        ...withLines(prescribing(1_029_000)),
        ...practices(examplePractice("X81001"), fresh),
        ...blended(10_000),
      }),
    );
    // £1,000,000 by spend, and half of it as a stand-in: two thirds and one third.
    expect(lineIn(run, "X81001", "prescribing")).toMatchObject({ net: 686_000 });
    expect(lineIn(run, "X81002", "prescribing")).toMatchObject({ net: 343_000 });
    expect(practiceIn(run, "X81002").cautions).toEqual([
      "It had no prescribing spend last year: its prescribing units stand in for it.",
    ]);
    expect(practiceIn(run, "X81001").cautions).toEqual([]);
  });

  it("is blocked back beyond the formula's total, and scaled down where the line is less", () => {
    const more = runOf(exampleInput({ ...withLines(prescribing(1_600_000)), ...pair }));
    expect(lineIn(more, "X81001", "prescribing")).toMatchObject({ net: 514_500, held: "not-in-formula" });
    const less = runOf(exampleInput({ ...withLines(prescribing(900_000)), ...pair }));
    expect(lineIn(less, "X81001", "prescribing")).toMatchObject({ devolved: 300_000, held: "" });
  });

  it("counts what closed practices prescribed, since their patients are prescribed for elsewhere", () => {
    const closed = examplePractice("X81003", { closed: CLOSED_ON, prescribingSpend: { value: 150_000_000 } });
    const run = runOf(exampleInput({ ...withLines(prescribing(3_087_000)), practices: [...pair.practices, closed] }));
    expect(lineIn(run, "X81001", "prescribing")).toMatchObject({ net: 1_029_000 });
    expect(lineIn(run, "X81003", "prescribing")).toBeUndefined();
  });
});

describe("lines by weight and by head (003 ¶A1-7, ¶A1-9)", () => {
  const fallback = "No need source lists this practice: the mean of its locality stands in.";
  const pair = practices(
    examplePractice("X81001", { list: { value: 5_000 } }),
    examplePractice("X81002", { need: { ...examplePractice("X").need, community: needIndex(750_000, fallback) } }),
  );

  it("share by weighted heads, or by heads alone", () => {
    const run = runOf(exampleInput(pair));
    // 5,000 against 7,500 weighted heads of £400,000; 5,000 against 10,000 heads of £500,000.
    expect(lineIn(run, "X81001", "community")).toMatchObject({ devolved: 160_000, net: 160_000 });
    expect(lineIn(run, "X81001", "mental-health")).toMatchObject({ devolved: 166_666.67 });
  });

  it("carry the caution of a fallback up to the line and to the practice", () => {
    const run = runOf(exampleInput(pair));
    expect(figure(run, "practice/X81002/budget/available/community/devolved").caution).toBe(fallback);
    expect(practiceIn(run, "X81002").cautions).toEqual([fallback]);
  });

  it("go by another component where the line names it", () => {
    const line = exampleLine("community", 400_000, {
      service: "community",
      method: { kind: "weighted-capitation", component: "acute" },
    });
    const run = runOf(exampleInput({ ...withLines(line), ...pair }));
    expect(lineIn(run, "X81001", "community")).toMatchObject({ devolved: 133_333.33 });
  });
});
