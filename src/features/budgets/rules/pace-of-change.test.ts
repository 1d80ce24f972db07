import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Explanation, firstUnsound, given } from "#kernel/explanation.ts";
import { day } from "#kernel/period.ts";
import { cited, RULES_2007 } from "../examples/example-rules.ts";
import { bandAround, sideOf } from "./fair-share.ts";
import type { FairSharePolicy, ReviewOutcome } from "./fair-share-record.ts";
import { type Candidate, paceOfChange } from "./pace-of-change.ts";

const POLICY: FairSharePolicy = {
  setOn: day("2007-02-20"),
  agreedWithLmcOn: day("2007-02-01"),
  agreedWithPecOn: day("2007-02-13"),
  largestShift: 100,
};
const LARGEST = RULES_2007.largestShift;

const pence = (id: string, amount: number): Explanation => given({ id, label: id }, "pence", amount);

interface Case {
  readonly practice: string;
  readonly side: "over" | "under";
  readonly budget: number;
  readonly fair: number;
  readonly decided: number;
  readonly outcome?: ReviewOutcome;
}

const candidate = ({
  practice,
  side,
  budget,
  fair,
  decided,
  outcome = "move-towards-fair-share",
}: Case): Candidate => ({
  practice,
  side,
  budget: pence("in-scope", budget),
  band: bandAround(pence("fair-share", fair), RULES_2007.fairShareTolerance),
  review: { practice, reviewedOn: day("2007-01-15"), outcome, decidedShift: decided },
});

const shiftsOf = (cases: readonly Case[], growth = 0, policy: FairSharePolicy | undefined = POLICY) => {
  const { shifts, left } = paceOfChange(cases.map(candidate), policy, LARGEST, pence("growth", growth));
  return { shifts: Object.fromEntries([...shifts].map(([code, { value }]) => [code, value])), left: left.value };
};

const OVER = { practice: "X1", side: "over", budget: 500_000_000, fair: 420_000_000, decided: 10 ** 9 } as const;
const UNDER = { practice: "X2", side: "under", budget: 300_000_000, fair: 400_000_000, decided: 10 ** 9 } as const;

describe("the pace of change", () => {
  it("takes at most 1% from a budget over its band: £5,000k against £4,200k becomes £4,950k (domain 1.5, 003 ¶A1-16)", () => {
    expect(shiftsOf([OVER])).toEqual({ shifts: { X1: -5_000_000 }, left: 5_000_000 });
  });

  it.each([
    ["no more than the review decided", { ...OVER, decided: 123_456 }, -123_456],
    ["nothing where the review explains the difference", { ...OVER, outcome: "explained-by-need" as const }, 0],
    ["only to the edge", { ...OVER, budget: 462_100_000 }, -100_000],
    ["nothing on the edge", { ...OVER, budget: 462_000_000 }, 0],
    ["nothing once the new budget is inside", { ...OVER, budget: 430_000_000 }, 0],
    ["nothing where the new budget is on the other side", { ...OVER, budget: 100_000_000 }, 0],
  ])("moves %s", (_, practice, shift) => {
    expect(shiftsOf([practice]).shifts).toEqual({ X1: shift });
  });

  it("moves nothing without a policy, and no more than the policy allows (003 ¶2.2.4-3)", () => {
    const { shifts } = paceOfChange([candidate(OVER)], undefined, LARGEST, pence("growth", 0));
    expect(shifts.size).toBe(0);
    expect(shiftsOf([OVER], 0, { ...POLICY, largestShift: 50 }).shifts).toEqual({ X1: -2_500_000 });
    expect(shiftsOf([OVER], 0, { ...POLICY, largestShift: 400 }).shifts).toEqual({ X1: -5_000_000 });
  });

  it("pays for gains from reductions, then from growth put in, else scales them down alike (003 ¶A1-3)", () => {
    expect(shiftsOf([OVER, UNDER])).toEqual({ shifts: { X1: -5_000_000, X2: 3_000_000 }, left: 2_000_000 });
    expect(shiftsOf([UNDER])).toEqual({ shifts: { X2: 0 }, left: 0 });
    expect(shiftsOf([UNDER], 1_000_000)).toEqual({ shifts: { X2: 1_000_000 }, left: -1_000_000 });
    const third = { ...UNDER, practice: "X3", budget: 100_000_000 };
    expect(shiftsOf([UNDER, third], 1_000_001).shifts).toEqual({ X2: 750_001, X3: 250_000 });
  });

  const anyCase = (index: number): fc.Arbitrary<Case> =>
    fc.record({
      practice: fc.constant(`X${index}`),
      side: fc.constantFrom("over", "under"),
      budget: fc.integer({ min: 0, max: 10 ** 10 }),
      fair: fc.integer({ min: 1, max: 10 ** 10 }),
      decided: fc.integer({ min: 0, max: 10 ** 8 }),
    });
  const anyCases = fc
    .integer({ min: 0, max: 12 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anyCase(at))));

  const anyRun = fc.record({
    cases: anyCases,
    growth: fc.integer({ min: 0, max: 10 ** 7 }),
    rate: fc.integer({ min: 0, max: 200 }),
  });
  const movedBy = ({ cases, growth, rate }: { cases: readonly Case[]; growth: number; rate: number }) => {
    const candidates = cases.map(candidate);
    return {
      candidates,
      ...paceOfChange(candidates, { ...POLICY, largestShift: rate }, LARGEST, pence("growth", growth)),
    };
  };
  const amountOf = (figure: Explanation | undefined): number => figure?.value ?? Number.NaN;

  it("never moves more than 1%, or more than was decided", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { candidates, shifts } = movedBy(run);
        for (const { practice, budget, review } of candidates) {
          const most = Math.min(review.decidedShift, Math.round(budget.value / 100));
          expect(Math.abs(amountOf(shifts.get(practice)))).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it("never passes the edge, and moves nothing that is not on the side that was reviewed", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { candidates, shifts } = movedBy(run);
        const bounds = candidates.map(({ practice, budget, band, side }) => {
          const isThere = sideOf(budget.value, band) === side;
          const toEdge = (side === "over" ? band.upper : band.lower).value - budget.value;
          return { shift: amountOf(shifts.get(practice)), bounds: [0, isThere ? toEdge : 0].toSorted((a, b) => a - b) };
        });
        expect(bounds.filter(({ shift, bounds: [least = 0, most = 0] }) => shift < least || shift > most)).toEqual([]);
      }),
    );
  });

  it("gives no more than reductions and growth put in pay for, to the penny, each figure following from its inputs", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { shifts, left, figures } = movedBy(run);
        const sum = [...shifts.values()].reduce((total, { value }) => total + value, 0);
        expect(sum).toBeLessThanOrEqual(run.growth);
        expect(left.value + sum).toBe(0);
        expect([...shifts.values(), left, ...figures].filter((figure) => firstUnsound(figure) !== undefined)).toEqual(
          [],
        );
      }),
    );
  });

  it("says which rule limits it", () => {
    const largest = cited("fair-share.largest-shift", 100, "A1-16");
    const { shifts } = paceOfChange([candidate(OVER)], POLICY, largest, pence("growth", 0));
    expect(JSON.stringify(shifts.get("X1"))).toContain('"rule":"fair-share.largest-shift"');
  });
});
