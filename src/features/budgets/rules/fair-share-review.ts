import { type Explanation, given } from "#kernel/explanation.ts";
import { lineAddress } from "./address.ts";
import type { BudgetInput } from "./budget-input.ts";
import type { BudgetRules } from "./budget-rules.ts";
import type { PracticeFairShare } from "./budget-run.ts";
import { isTested, stateOf } from "./fair-share.ts";
import { type InScope, testYear } from "./fair-share-of-year.ts";
import type { UtilisationReview } from "./fair-share-record.ts";
import { pointerTo } from "./figure-reference.ts";
import { type Candidate, type PaceOfChange, paceOfChange } from "./pace-of-change.ts";
import { lastYearOf, type PracticeParts } from "./practice-lines.ts";
import type { Measure, Weights } from "./weights.ts";

/** The result of the fair-share test for all practices, and what moves because of it. */
export interface FairShareReview {
  readonly practices: ReadonlyMap<string, PracticeFairShare & { readonly figures: readonly Explanation[] }>;
  readonly pace: PaceOfChange;
  /** Figures of the PCT that fair shares refer to. */
  readonly figures: readonly Explanation[];
}

/**
 * Tests last year's budgets against fair shares, and moves this year's where a review and a policy allow it. Prescribing is
 * outside, since the tool leaves it out. Source: 003 ¶A1-13 to ¶A1-16, ¶2.2.4-3, ¶A1-18; settled ¶fair-shares-3.
 */
export function reviewFairShares(
  input: BudgetInput,
  parts: readonly PracticeParts[],
  weigh: (measure: Measure) => Weights,
  growthPutIn: Explanation,
): FairShareReview {
  const { rules, policy } = input;
  const open = parts.filter(({ standing }) => standing.kind !== "closed");
  const amounts = (inScope: typeof lastYearInScope) =>
    new Map(open.map((each) => [each.standing.practice.code, inScope(each, rules)]));
  const before = testYear("last-year", amounts(lastYearInScope), rules, weigh);
  const now = testYear("this-year", amounts(thisYearInScope), rules, weigh);
  const reviews = latest(input.reviews);
  const candidates = [...before.tested].flatMap(([practice, { test }]): readonly Candidate[] => {
    const [current, review] = [now.tested.get(practice), reviews.get(practice)];
    if (current === undefined || review === undefined || test.side === "inside") return [];
    return [{ practice, side: test.side, budget: current.budget, band: current.band, review }];
  });
  const practices = new Map(
    open.map(({ standing: { practice } }) => {
      const [last, current] = [before.tested.get(practice.code), now.tested.get(practice.code)];
      const state = last ? stateOf(last.test.side, reviews.has(practice.code), policy !== undefined) : "untested";
      const figures = [...before.figuresOf(practice.code), ...now.figuresOf(practice.code)];
      return [practice.code, { state, lastYear: last?.test ?? null, thisYear: current?.test ?? null, figures }];
    }),
  );
  const pace = paceOfChange(candidates, policy, rules.largestShift, growthPutIn);
  return { practices, pace, figures: [...before.totals, ...now.totals] };
}

/** What a practice and those merged into it held last year. */
function lastYearInScope({ standing }: PracticeParts, rules: BudgetRules): readonly InScope[] {
  return lastYearOf(standing)
    .filter(({ service, devolved, blockedBack }) => isTested(service, rules) && devolved !== blockedBack)
    .map(({ line, label, service, devolved, blockedBack, from }) => {
      const taken = from === standing.practice.code ? "" : `, from ${from}, since merged`;
      const named = { id: `${line}.${from}`, label: `Last year, ${label}${taken}` };
      const component = rules.needComponentOfLine.value[service];
      return { component, amount: given(named, "pence", devolved - blockedBack) };
    });
}

/** What a practice holds this year; a line that is blocked back whole is nobody's to compare. */
function thisYearInScope({ standing, lines }: PracticeParts, rules: BudgetRules): readonly InScope[] {
  return lines
    .filter(({ line, net }) => isTested(line.service, rules) && net.value !== 0)
    .map(({ line, net }) => ({
      component: rules.needComponentOfLine.value[line.service],
      amount: pointerTo(net, lineAddress(standing.practice.code, line.id)),
    }));
}

/** The latest review of each practice. */
function latest(reviews: readonly UtilisationReview[]): ReadonlyMap<string, UtilisationReview> {
  const inOrder = reviews.toSorted((a, b) => (a.reviewedOn < b.reviewedOn ? -1 : 1));
  return new Map(inOrder.map((review) => [review.practice, review]));
}
