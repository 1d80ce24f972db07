import { describe, expect, it } from "vitest";
import { day } from "#kernel/period.ts";
import { exampleInput, exampleLine, examplePractice, lastYearOf, steadyBaseline } from "../examples/example-input.ts";
import { RULES_2007 } from "../examples/example-rules.ts";
import { figure, practiceIn, runOf, withLines } from "../examples/example-run.ts";
import type { BudgetInput } from "./budget-input.ts";
import { figureIn, firstBrokenPointer } from "./budget-run.ts";
import type { FairSharePolicy, UtilisationReview } from "./fair-share-record.ts";

const POLICY: FairSharePolicy = {
  setOn: day("2007-02-20"),
  agreedWithLmcOn: day("2007-02-01"),
  agreedWithPecOn: day("2007-02-13"),
  largestShift: 100,
};

const review = (practice: string, decidedShift: number): UtilisationReview => ({
  practice,
  reviewedOn: day("2007-01-15"),
  outcome: "move-towards-fair-share",
  decidedShift,
});

/** One practice uses twice the care of the other, for the same patients, and had twice the budget last year. */
const unequal = (more: Partial<BudgetInput> = {}): BudgetInput =>
  exampleInput({
    ...withLines(exampleLine("acute", 3_960_000)),
    lastYear: { total: { value: 731_000_000 }, prescribing: { value: 210_000_000 } },
    practices: [
      examplePractice("X81001", { lastYear: lastYearOf(1_300_000) }),
      examplePractice("X81002", { baseline: steadyBaseline(200_000), lastYear: lastYearOf(2_600_000) }),
    ],
    ...more,
  });

describe("a run", () => {
  it("goes from activity to budget in steps that add up (003 ¶A1-10)", () => {
    const run = runOf(exampleInput());
    expect(figure(run, "practice/X81001/waterfall").inputs.map(({ id, value }) => [id, value / 100])).toEqual([
      ["activity", 1_200_000],
      ["price-change", 120_000],
      ["growth", 82_500],
      ["fitting", 97_500],
      ["formula", 1_675_000],
      ["blocked-back", -293_500],
      ["movement", 0],
      ["risk-pool", -144_075],
    ]);
    expect(practiceIn(run, "X81001")).toMatchObject({
      gross: 317_500_000,
      blockedBack: 29_350_000,
      riskPool: 14_407_500,
      budget: 273_742_500,
    });
  });

  it("devolves the whole envelope, then blocks back, with nothing left over", () => {
    const { position } = runOf(exampleInput());
    expect(position).toMatchObject({ envelope: 635_000_000, devolved: 635_000_000, held: 87_515_000, unallocated: 0 });
    expect(position.lines.map(({ line, practices, held }) => [line, practices, held])).toEqual([
      ["acute", 280_500_000, 19_500_000],
      ["high-cost", 0, 20_000_000],
      ["mental-health", 50_000_000, 0],
      ["community", 40_000_000, 0],
      ["prescribing", 205_800_000, 4_200_000],
      ["management", 0, 15_000_000],
      ["fair-share-movement", 0, 0],
      ["risk-pool", -28_815_000, 28_815_000],
    ]);
  });

  it("shows what a practice had last year beside what it has now", () => {
    const lastYear = [
      { line: "acute", label: "Hospital care", service: "acute", devolved: 130_000_000, blockedBack: 5_000_000 },
      { line: "dental", label: "Dental", service: "other", devolved: 1_000, blockedBack: 1_000 },
    ] as const;
    const run = runOf(exampleInput({ practices: [examplePractice("X81001", { lastYear })] }));
    const { lines, lastYear: total } = practiceIn(run, "X81001");
    expect(lines.map(({ line, lastYear: before }) => [line, before]).slice(0, 2)).toEqual([
      ["acute", 125_000_000],
      ["high-cost", null],
    ]);
    expect(total).toBe(125_000_000);
  });

  it("says which activity no line takes", () => {
    const baseline = [...steadyBaseline(1), ...steadyBaseline(1, "emergency")];
    expect(runOf(exampleInput()).unusedActivities).toEqual([]);
    const run = runOf(exampleInput({ practices: [examplePractice("X81001", { baseline })] }));
    expect(run.unusedActivities).toEqual(["emergency"]);
  });
});

describe("fair shares in a run (003 ¶A1-13 to ¶A1-16, ¶2.2.4-3)", () => {
  it("test last year's budget by weight, prescribing outside", () => {
    const run = runOf(unequal());
    expect(practiceIn(run, "X81001").fairShare.lastYear).toEqual({
      budget: 130_000_000,
      fairShare: 195_000_000,
      lower: 175_500_000,
      upper: 214_500_000,
      distance: -3333,
      side: "under",
    });
    expect(practiceIn(run, "X81002").fairShare.lastYear).toMatchObject({ distance: 3333, side: "over" });
  });

  it.each([
    ["review-needed", [], undefined, 0],
    ["review-needed", [], POLICY, 0],
    ["policy-missing", [review("X81002", 10 ** 9)], undefined, 0],
    ["reviewed", [review("X81002", 10 ** 9)], POLICY, -3_090_000],
    ["reviewed", [review("X81002", 100)], POLICY, -100],
  ] as const)("stand at %s, with reviews %j and policy %j", (state, reviews, policy, movement) => {
    const run = runOf(unequal({ reviews, ...(policy && { policy }) }));
    const practice = practiceIn(run, "X81002");
    expect([practice.fairShare.state, practice.movement]).toEqual([state, movement]);
    expect(run.position.unallocated).toBe(0);
  });

  it("go by the latest review of a practice", () => {
    const earlier = { ...review("X81002", 500), reviewedOn: day("2006-12-01") };
    const reviews = [review("X81002", 100), earlier];
    expect(practiceIn(runOf(unequal({ reviews, policy: POLICY })), "X81002").movement).toBe(-100);
    expect(practiceIn(runOf(unequal({ reviews: reviews.toReversed(), policy: POLICY })), "X81002").movement).toBe(-100);
  });

  it("hold what a reduction frees, or give it to those under their share", () => {
    const alone = runOf(unequal({ reviews: [review("X81002", 10 ** 9)], policy: POLICY }));
    expect(figure(alone, "pct/held/fair-share-movement.fair-share-movement.5QX").value).toBe(3_090_000);
    const both = runOf(unequal({ reviews: [review("X81002", 10 ** 9), review("X81001", 10 ** 9)], policy: POLICY }));
    expect(practiceIn(both, "X81001").movement).toBe(1_770_000);
    expect(figure(both, "pct/held/fair-share-movement.fair-share-movement.5QX").value).toBe(1_320_000);
  });

  it("let growth put in for it pay for gains", () => {
    const growth = exampleLine("pace", 10_000, {
      service: "other",
      method: { kind: "held" },
      level: "pct",
      purpose: "fair-share-growth",
    });
    const lines = withLines(exampleLine("acute", 3_960_000), growth);
    const run = runOf(unequal({ ...lines, reviews: [review("X81001", 10 ** 9)], policy: POLICY }));
    expect(practiceIn(run, "X81001").movement).toBe(1_000_000);
    expect(figure(run, "pct/held/fair-share-movement.fair-share-movement.5QX").value).toBe(-1_000_000);
    expect(run.position.unallocated).toBe(0);
  });

  it("leave out a practice without patients, which has no fair share", () => {
    const practices = [...unequal().practices, examplePractice("X81003", { list: { value: 0 } })];
    const { fairShare } = practiceIn(runOf(unequal({ practices })), "X81003");
    expect(fairShare).toMatchObject({ state: "untested", lastYear: null, thisYear: null });
  });

  it("leave out services by rule", () => {
    const excludes = { ...RULES_2007.fairShareExcludes, value: ["prescribing", "acute"] as const };
    const run = runOf(unequal({ rules: { ...RULES_2007, fairShareExcludes: excludes } }));
    expect(practiceIn(run, "X81001").fairShare).toMatchObject({ state: "untested", thisYear: { budget: 45_000_000 } });
  });
});

describe("the figures of a run", () => {
  const run = runOf(exampleInput());

  it("are found by address", () => {
    expect(figureIn(run, "pct/envelope/acute")?.value).toBe(300_000_000);
    expect(figureIn(run, "practice/X81001/budget/available/acute")?.value).toBe(140_250_000);
  });

  it.each([
    "pct/none",
    "other/figure",
    "practice/X99999/budget",
    "practice/X81001/budget/none",
    "practice/X81001",
    "pct",
    "",
  ])("are not made up for %j", (address) => {
    expect(figureIn(run, address)).toBeUndefined();
  });

  it("are told apart when one points to another that says otherwise", () => {
    expect(firstBrokenPointer(run)).toBeUndefined();
    const [envelope, ...figures] = run.position.figures;
    if (envelope === undefined) throw new Error("A run has an envelope");
    const altered = { ...run, position: { ...run.position, figures: [{ ...envelope, value: 1 }, ...figures] } };
    expect(firstBrokenPointer(altered)).toBe("pct/envelope");
  });
});
