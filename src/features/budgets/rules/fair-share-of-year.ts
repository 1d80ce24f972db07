import { type Explanation, workedOut } from "#kernel/explanation.ts";
import { pctAddress, practiceAddress } from "./address.ts";
import type { BudgetRules } from "./budget-rules.ts";
import type { FairShareTest } from "./budget-run.ts";
import type { Component } from "./envelope.ts";
import { type Band, bandAround, distanceFrom, type FairTotal, fairShares, sideOf } from "./fair-share.ts";
import { pointerTo } from "./figure-reference.ts";
import type { Measure, Weights } from "./weights.ts";

/** A part of a practice's budget that the test covers, and the component of need that it is shared by. */
export interface InScope {
  readonly component: Component;
  readonly amount: Explanation;
}

/** Which year's budgets are tested; it ends the ids of the figures. */
export type TestedYear = "last-year" | "this-year";

/** A practice's test: its figures and what they come to. */
export interface Tested {
  readonly budget: Explanation;
  readonly band: Band;
  readonly test: FairShareTest;
}

export interface YearTest {
  /** By practice; those without a budget in scope or without patients are left out. */
  readonly tested: ReadonlyMap<string, Tested>;
  /** The figures of a practice, addressed by its code and their ids. */
  readonly figuresOf: (practice: string) => readonly Explanation[];
  /** The totals that fair shares are shares of. */
  readonly totals: readonly Explanation[];
}

const IN_WORDS = { "last-year": "Last year's", "this-year": "This year's" } as const;

/**
 * Tests each practice's budget in scope against its fair share of all of them. A component is shared among those who hold
 * some of it, so that nobody is measured by what others commission for them. Source: 003 ¶A1-12, ¶A1-13.
 */
export function testYear(
  year: TestedYear,
  amounts: ReadonlyMap<string, readonly InScope[]>,
  rules: BudgetRules,
  weigh: (measure: Measure) => Weights,
): YearTest {
  const taking = [...amounts].filter(([, parts]) => parts.length > 0);
  const budgets = new Map(taking.map(([code, parts]) => [code, budgetOf(year, parts)]));
  const holders = Map.groupBy(
    taking.flatMap(([code, parts]) => parts.map(({ component }) => ({ code, component }))),
    ({ component }) => component,
  );
  const weighHolders = (component: Component): Weights => {
    const codes = new Set(holders.get(component)?.map(({ code }) => code));
    return new Map([...weigh(component)].filter(([code]) => codes.has(code)));
  };
  const totals = totalsByComponent(year, taking);
  const shareable = totals.filter(({ component }) =>
    [...weighHolders(component).values()].some(({ value }) => value > 0),
  );
  const named = { id: `fair-share-${year}`, label: `Fair share of ${IN_WORDS[year].toLowerCase()} budgets in scope` };
  const figures = new Map<string, readonly Explanation[]>([...budgets].map(([code, budget]) => [code, [budget]]));
  const tested = new Map<string, Tested>();
  for (const [code, fairShare] of fairShares(named, shareable, weighHolders)) {
    const budget = budgets.get(code);
    if (budget === undefined || fairShare.value <= 0) continue;
    const one = testOne(code, year, { budget, fairShare }, rules);
    tested.set(code, one.tested);
    figures.set(code, one.figures);
  }
  return { tested, figuresOf: (code) => figures.get(code) ?? [], totals: totals.map(({ figure }) => figure) };
}

function budgetOf(year: TestedYear, parts: readonly InScope[]): Explanation {
  const named = { id: `in-scope-${year}`, label: `${IN_WORDS[year]} budget in scope of the fair-share test` };
  const amounts = parts.map(({ amount }) => amount);
  return workedOut(named, "pence", "sum", amounts);
}

function testOne(
  code: string,
  year: TestedYear,
  { budget, fairShare }: { readonly budget: Explanation; readonly fairShare: Explanation },
  rules: BudgetRules,
): { readonly tested: Tested; readonly figures: readonly Explanation[] } {
  const at = (figure: Explanation) => pointerTo(figure, practiceAddress(code, figure.id));
  const distance = { ...distanceFrom(at(budget), at(fairShare)), id: `distance-${year}` };
  const around = bandAround(at(fairShare), rules.fairShareTolerance);
  const lower = { ...around.lower, id: `lower-edge-${year}` };
  const upper = { ...around.upper, id: `upper-edge-${year}` };
  const test = {
    budget: budget.value,
    fairShare: fairShare.value,
    lower: lower.value,
    upper: upper.value,
    distance: distance.value,
    side: sideOf(budget.value, around),
  };
  const band = { fairShare: at(fairShare), lower: at(lower), upper: at(upper) };
  return { tested: { budget: at(budget), band, test }, figures: [budget, fairShare, distance, lower, upper] };
}

function totalsByComponent(
  year: TestedYear,
  budgets: readonly (readonly [string, readonly InScope[]])[],
): readonly FairTotal[] {
  const amounts = budgets.flatMap(([code, parts]) =>
    parts.map(({ component, amount }) => {
      const address = practiceAddress(code, `in-scope-${year}`, amount.id);
      const named = { id: `${code}.${amount.id}`, label: `${code}, ${amount.label}` };
      return { component, pointer: pointerTo(amount, address, named) };
    }),
  );
  const byComponent = [...Map.groupBy(amounts, ({ component }) => component)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return byComponent.map(([component, parts]) => {
    const named = { id: `in-scope-${year}.${component}`, label: `${IN_WORDS[year]} budgets in scope, ${component}` };
    const pointers = parts.map(({ pointer }) => pointer);
    return { component, figure: workedOut(named, "pence", "sum", pointers), address: pctAddress(named.id) };
  });
}
