import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Explanation, firstUnsound } from "#kernel/explanation.ts";
import { day } from "#kernel/period.ts";
import {
  EXAMPLE_LINES,
  exampleInput,
  exampleLine,
  examplePractice,
  lastYearOf,
  needIndex,
  unitsOf,
  WINDOW_2007,
} from "../examples/example-input.ts";
import { cited, RULES_2007 } from "../examples/example-rules.ts";
import { runOf } from "../examples/example-run.ts";
import type { BudgetInput, PracticeInput } from "./budget-input.ts";
import { firstBrokenPointer } from "./budget-run.ts";
import { canonicalJson } from "./canonical-json.ts";
import { LEVELS } from "./envelope.ts";
import type { UtilisationReview } from "./fair-share-record.ts";

const pence = (max: number) => fc.integer({ min: 0, max });

const anyBaseline = fc.array(fc.tuple(pence(10 ** 8), pence(10 ** 8)), { minLength: 0, maxLength: 12 }).map((costs) =>
  costs.flatMap(([ownYear, budgetYear], at) => {
    const month = WINDOW_2007[at];
    return month === undefined ? [] : [{ activity: "admitted", month, ownYear, budgetYear }];
  }),
);

/** Open, merged, closed, new, in a group or in none; the first is always open, so that there is one. */
const anyPractice = (at: number, count: number): fc.Arbitrary<PracticeInput> =>
  fc
    .record({
      baseline: anyBaseline,
      list: pence(30_000),
      acute: fc.integer({ min: 1, max: 2_000_000 }),
      units: pence(90_000),
      spend: fc.option(pence(10 ** 9), { nil: undefined }),
      lastYear: pence(4_000_000),
      fate: at === 0 ? fc.constant("open") : fc.constantFrom("open", "open", "new", "closed", "merged"),
      grouped: fc.boolean(),
      heir: fc.integer({ min: 0, max: count - 1 }),
    })
    .map(({ fate, grouped, heir, spend, ...figures }) => {
      const {
        group,
        prescribingSpend: _,
        ...plain
      } = examplePractice(`X8100${at}`, figuresOf(figures, at === 0 ? 1 : 0));
      return {
        ...plain,
        ...spendOf(spend, at === 0),
        ...(grouped && group && { group }),
        ...fateOf(fate, `X8100${heir}`),
      };
    });

interface Figures {
  readonly baseline: PracticeInput["baseline"];
  readonly list: number;
  readonly acute: number;
  readonly units: number;
  readonly lastYear: number;
}

const figuresOf = ({ baseline, list, acute, units, lastYear }: Figures, more: number): Partial<PracticeInput> => ({
  baseline,
  list: { value: list + more },
  need: { ...examplePractice("X").need, acute: needIndex(acute, acute < 9 ? "A fallback." : undefined) },
  prescribingUnits: unitsOf(units + more),
  lastYear: lastYearOf(lastYear),
});

const spendOf = (spend: number | undefined, isFirst: boolean): Partial<PracticeInput> => {
  if (isFirst) return { prescribingSpend: { value: (spend ?? 0) + 1 } };
  return spend === undefined ? {} : { prescribingSpend: { value: spend } };
};

const fateOf = (fate: string, successor: string): Partial<PracticeInput> => {
  if (fate === "new") return { opened: day("2006-02-01") };
  if (fate === "open") return {};
  return { closed: day("2007-01-31"), ...(fate === "merged" && { successor }) };
};

const anyReview = (at: number): fc.Arbitrary<UtilisationReview> =>
  fc.record({
    practice: fc.constant(`X8100${at}`),
    reviewedOn: fc.constant(day("2007-01-15")),
    outcome: fc.constantFrom("move-towards-fair-share", "explained-by-need"),
    decidedShift: pence(10 ** 8),
  });

const anyLines = fc
  .tuple(
    ...EXAMPLE_LINES.map(() =>
      fc.record({ amount: fc.integer({ min: 1, max: 10 ** 10 }), level: fc.constantFrom(...LEVELS) }),
    ),
  )
  .map((chosen) => [
    ...EXAMPLE_LINES.map((line, at) => ({
      ...line,
      amount: chosen[at]?.amount ?? 1,
      level: line.method.kind === "held" ? line.level : (chosen[at]?.level ?? line.level),
    })),
    exampleLine("pace", 1000, {
      service: "other",
      method: { kind: "held" },
      level: "pct",
      purpose: "fair-share-growth",
    }),
  ]);

const anyInput: fc.Arbitrary<BudgetInput> = fc.integer({ min: 1, max: 7 }).chain((count) =>
  fc
    .record({
      practices: fc.tuple(...Array.from({ length: count }, (_, at) => anyPractice(at, count))),
      reviews: fc.tuple(...Array.from({ length: count }, (_, at) => anyReview(at))),
      lines: anyLines,
      hasPolicy: fc.boolean(),
      historyShare: fc.constantFrom(0, 3000, 10_000),
      poolRate: fc.constantFrom(undefined, 300, 500),
    })
    .map(({ practices, reviews, lines, hasPolicy, historyShare, poolRate }) => {
      const { riskPoolRate: pool, ...rules } = RULES_2007;
      const input = exampleInput();
      const [someone, ...others] = practices;
      // Somebody must have used care, or the line by history is refused.
      const first = { ...someone, baseline: [...examplePractice("X").baseline] };
      const agreed = {
        setOn: day("2007-02-20"),
        agreedWithLmcOn: day("2007-02-01"),
        agreedWithPecOn: day("2007-02-13"),
      };
      return {
        ...input,
        envelope: { ...input.envelope, lines },
        practices: [first, ...others] as readonly PracticeInput[],
        reviews: reviews.filter(({ decidedShift }) => decidedShift % 2 === 0),
        ...(hasPolicy && { policy: { ...agreed, largestShift: 100 } }),
        rules: {
          ...rules,
          prescribingHistoryShare: cited("prescribing.history-share", historyShare, "A1-6"),
          ...(poolRate !== undefined && pool && { riskPoolRate: { ...pool, value: poolRate } }),
        },
      };
    }),
);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const law = (check: (input: BudgetInput) => void): void => {
  fc.assert(fc.property(anyInput, check), { numRuns: 150 });
};

describe("every run", () => {
  it("conserves the envelope, line by line and in all", () => {
    law((input) => {
      const { position, practices } = runOf(input);
      expect(position.unallocated).toBe(0);
      expect(sum(practices.map(({ budget }) => budget)) + position.held).toBe(position.envelope);
      expect(sum(practices.map(({ gross }) => gross))).toBe(position.envelope);
      expect(position.lines.filter((line) => line.unallocated !== 0 || line.devolved !== line.amount)).toEqual([]);
    });
  });

  it("devolves each line in full, practice by practice, and blocks back no more than that", () => {
    law((input) => {
      for (const practice of runOf(input).practices) {
        const { lines, gross, blockedBack, movement, riskPool, budget } = practice;
        expect(
          lines.filter(({ devolved, net, held }) => devolved - sum(held.map(({ amount }) => amount)) !== net),
        ).toEqual([]);
        expect(sum(lines.map(({ net }) => net))).toBe(gross - blockedBack);
        expect(budget).toBe(gross - blockedBack + movement - riskPool);
        expect(Math.min(budget, ...lines.map(({ net }) => net))).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it("explains every figure: each follows from its inputs, and each pointer leads to the figure it names", () => {
    law((input) => {
      const run = runOf(input);
      const figures: readonly Explanation[] = [
        ...run.position.figures,
        ...run.practices.flatMap((each) => each.figures),
      ];
      expect(figures.map(firstUnsound).filter((address) => address !== undefined)).toEqual([]);
      expect(firstBrokenPointer(run)).toBeUndefined();
    });
  });

  it("goes from activity to budget in steps that add up", () => {
    law((input) => {
      for (const { figures, budget } of runOf(input).practices) {
        expect(figures.find(({ id }) => id === "waterfall")?.value).toBe(budget);
      }
    });
  });

  it("moves nothing without a policy and a review, and never more than 1% or past the edge", () => {
    law((input) => {
      const moved = runOf(input).practices.filter(({ movement }) => movement !== 0);
      const reviewed = new Map(input.reviews.map(({ practice, outcome }) => [practice, outcome]));
      const unfounded = ({ code, fairShare }: (typeof moved)[number]) =>
        fairShare.state !== "reviewed" ||
        reviewed.get(code) !== "move-towards-fair-share" ||
        input.policy === undefined;
      const tooFar = ({ movement, fairShare: { thisYear } }: (typeof moved)[number]) => {
        const { budget = 0, lower = 0, upper = 0 } = thisYear ?? {};
        const isPast = movement < 0 ? budget + movement < upper : budget + movement > lower;
        return isPast || Math.abs(movement) > Math.round(budget / 100);
      };
      expect(moved.filter((each) => unfounded(each) || tooFar(each))).toEqual([]);
    });
  });

  it("gives the same bytes whatever the order of what went in", () => {
    law((input) => {
      const turned: BudgetInput = {
        ...input,
        envelope: { ...input.envelope, lines: input.envelope.lines.toReversed() },
        practices: input.practices
          .map((practice) => ({ ...practice, baseline: practice.baseline.toReversed() }))
          .toReversed(),
        reviews: input.reviews.toReversed(),
      };
      expect(canonicalJson(runOf(turned))).toBe(canonicalJson(runOf(input)));
    });
  });

  it("lets prescribing move no other line but through the total it leaves", () => {
    law((input) => {
      const dearer = (line: (typeof input.envelope.lines)[number]) =>
        line.service === "prescribing" ? { ...line, amount: line.amount + 777 } : line;
      const more = { ...input, envelope: { ...input.envelope, lines: input.envelope.lines.map(dearer) } };
      const others = (from: BudgetInput) =>
        runOf(from).practices.map(({ lines }) =>
          lines.filter(({ service }) => service !== "prescribing").map(({ net }) => net),
        );
      expect(others(more)).toEqual(others(input));
    });
  });

  it("is plain data that reads back as it was", () => {
    law((input) => {
      const run = runOf(input);
      expect(JSON.parse(canonicalJson(run))).toEqual(run);
    });
  });
});
