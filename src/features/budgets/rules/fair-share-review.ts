import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import { lineAddress, pctAddress, practiceAddress } from "./address.ts";
import type { BudgetInput } from "./budget-input.ts";
import type { BudgetRules } from "./budget-rules.ts";
import type { FairShareTest, PracticeFairShare } from "./budget-run.ts";
import type { Component } from "./envelope.ts";
import {
  type Band,
  bandAround,
  distanceFrom,
  type FairTotal,
  fairShares,
  isTested,
  sideOf,
  stateOf,
} from "./fair-share.ts";
import { pointerTo } from "./figure-reference.ts";
import { type Candidate, type PaceOfChange, paceOfChange } from "./pace-of-change.ts";
import { lastYearOf, type PracticeParts } from "./practice-lines.ts";
import type { Measure, Weights } from "./weights.ts";

/** The result of the fair-share test for all practices, and what moves because of it. */
export interface FairShareReview {
  readonly practices: ReadonlyMap<string, PracticeFairShare & { readonly figures: readonly Explanation[] }>;
  readonly pace: PaceOfChange;
  /** Figures of the PCT that fair shares and movements refer to. */
  readonly figures: readonly Explanation[];
}

interface InScope {
  readonly component: Component;
  readonly amount: Explanation;
}

interface Tested {
  readonly budget: Explanation;
  readonly band: Band;
  readonly distance: Explanation;
  readonly test: FairShareTest;
}

type Suffix = "" | "-last-year";

/**
 * Tests last year's budgets against fair shares, and moves this year's where a review and a policy allow it. Prescribing is
 * outside, since the tool leaves it out. Source: 003 ¶A1-13 to ¶A1-16, ¶2.2.4-3, ¶A1-18.
 */
export function reviewFairShares(
  input: BudgetInput,
  parts: readonly PracticeParts[],
  weigh: (measure: Measure) => Weights,
  growthPutIn: Explanation,
): FairShareReview {
  const open = parts.filter(({ standing }) => standing.kind !== "closed");
  const before = testAll(
    "-last-year",
    new Map(open.map((each) => [codeOf(each), lastYearInScope(each, input.rules)])),
    input,
    weigh,
  );
  const now = testAll(
    "",
    new Map(open.map((each) => [codeOf(each), thisYearInScope(each, input.rules)])),
    input,
    weigh,
  );
  const reviews = new Map(input.reviews.map((review) => [review.practice, review]));
  const candidates = open.flatMap((each): readonly Candidate[] => {
    const practice = codeOf(each);
    const [tested, current, review] = [before.tested.get(practice), now.tested.get(practice), reviews.get(practice)];
    if (!tested || !current || !review || tested.test.side === "inside") return [];
    return [{ practice, side: tested.test.side, ...pointers(practice, current), review }];
  });
  const pace = paceOfChange(candidates, input.policy, input.rules.largestShift, growthPutIn);
  const practices = new Map(
    open.map((each) => {
      const code = codeOf(each);
      const [last, current] = [before.tested.get(code), now.tested.get(code)];
      const state = last ? stateOf(last.test.side, reviews.has(code), input.policy !== undefined) : "untested";
      const figures = [...(last ? figuresOf(last, "-last-year") : []), ...(current ? figuresOf(current, "") : [])];
      return [code, { state, lastYear: last?.test ?? null, thisYear: current?.test ?? null, figures }];
    }),
  );
  return { practices, pace, figures: [...before.figures, ...now.figures] };
}

function testAll(
  suffix: Suffix,
  budgets: ReadonlyMap<string, readonly InScope[]>,
  { rules }: BudgetInput,
  weigh: (measure: Measure) => Weights,
): { readonly tested: ReadonlyMap<string, Tested>; readonly figures: readonly Explanation[] } {
  const taking = new Map([...budgets].filter(([, amounts]) => amounts.length > 0));
  const totals = totalsByComponent(suffix, taking);
  // A component is shared among those who hold some of it, so that nobody is measured by what others commission for them.
  const weighHolders = (component: Component): Weights => {
    const holds = (code: string) => (taking.get(code) ?? []).some((each) => each.component === component);
    return new Map([...weigh(component)].filter(([code]) => holds(code)));
  };
  const named = { id: `fair-share${suffix}`, label: `Fair share of ${yearWords(suffix)} budgets in scope` };
  const shareable = totals.filter(({ component }) => [...weighHolders(component).values()].some(isAboveNought));
  const fair = fairShares(named, shareable, weighHolders);
  const tested = new Map(
    [...fair].flatMap(([code, fairShare]) => {
      const amounts = (taking.get(code) ?? []).map(({ amount }) => amount);
      return fairShare.value <= 0 ? [] : [[code, testOne(code, suffix, amounts, fairShare, rules)] as const];
    }),
  );
  return { tested, figures: totals.map(({ figure }) => figure) };
}

function testOne(
  code: string,
  suffix: Suffix,
  amounts: readonly Explanation[],
  fairShare: Explanation,
  rules: BudgetRules,
): Tested {
  const named = { id: `in-scope${suffix}`, label: `${yearWords(suffix)} budget in scope of the fair-share test` };
  const budget = workedOut(named, "pence", "sum", amounts);
  const distance = { ...distanceFrom(budget, fairShare), id: `distance${suffix}` };
  const address = practiceAddress(code, distance.id, fairShare.id);
  const band = bandAround(pointerTo(fairShare, address), rules.fairShareTolerance);
  const test = {
    budget: budget.value,
    fairShare: fairShare.value,
    lower: band.lower.value,
    upper: band.upper.value,
    distance: distance.value,
    side: sideOf(budget.value, band),
  };
  return { budget, band, distance, test };
}

function figuresOf({ distance, band }: Tested, suffix: Suffix): readonly Explanation[] {
  return [distance, { ...band.lower, id: `lower-edge${suffix}` }, { ...band.upper, id: `upper-edge${suffix}` }];
}

/** This year's budget and band as a movement refers to them. */
function pointers(code: string, { budget, band, distance }: Tested): Pick<Candidate, "budget" | "band"> {
  const edge = (figure: Explanation) => pointerTo(figure, practiceAddress(code, figure.id));
  const inDistance = (figure: Explanation) => pointerTo(figure, practiceAddress(code, distance.id, figure.id));
  return {
    budget: inDistance(budget),
    band: { fairShare: band.fairShare, lower: edge(band.lower), upper: edge(band.upper) },
  };
}

function totalsByComponent(suffix: Suffix, budgets: ReadonlyMap<string, readonly InScope[]>): readonly FairTotal[] {
  const byComponent = new Map<Component, Explanation[]>();
  for (const [code, amounts] of budgets) {
    for (const { component, amount } of amounts) {
      const address = practiceAddress(code, `distance${suffix}`, `in-scope${suffix}`, amount.id);
      const pointer = pointerTo(amount, address, { id: `${code}.${amount.id}`, label: `${code}, ${amount.label}` });
      const others = byComponent.get(component);
      if (others) others.push(pointer);
      else byComponent.set(component, [pointer]);
    }
  }
  const inOrder = [...byComponent].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([component, amounts]) => {
    const id = `in-scope${suffix}.${component}`;
    const figure = workedOut(
      { id, label: `${yearWords(suffix)} budgets in scope, ${component}` },
      "pence",
      "sum",
      amounts,
    );
    return { component, figure, address: pctAddress(id) };
  });
}

function lastYearInScope({ standing }: PracticeParts, rules: BudgetRules): readonly InScope[] {
  return lastYearOf(standing)
    .filter(({ service, devolved, blockedBack }) => isTested(service, rules) && devolved !== blockedBack)
    .map(({ line, label, service, devolved, blockedBack, from }) => {
      const taken = from === standing.practice.code ? "" : `, from ${from}, since merged`;
      const named = { id: `${line}.${from}`, label: `Last year, ${label}${taken}` };
      return {
        component: rules.needComponentOfLine.value[service],
        amount: given(named, "pence", devolved - blockedBack),
      };
    });
}

/** What a practice holds itself; a line that is blocked back whole is nobody's to compare. */
function thisYearInScope({ standing, lines }: PracticeParts, rules: BudgetRules): readonly InScope[] {
  return lines
    .filter(({ line, net }) => isTested(line.service, rules) && net.value !== 0)
    .map(({ line, net }) => ({
      component: rules.needComponentOfLine.value[line.service],
      amount: pointerTo(net, lineAddress(standing.practice.code, line.id)),
    }));
}

function isAboveNought({ value }: Explanation): boolean {
  return value > 0;
}

function yearWords(suffix: Suffix): string {
  return suffix === "" ? "This year's" : "Last year's";
}

function codeOf({ standing }: PracticeParts): string {
  return standing.practice.code;
}
