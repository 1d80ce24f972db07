import type { Refusal } from "#kernel/decision.ts";
import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import { firstDayOf } from "#kernel/period.ts";
import { pctAddress } from "./address.ts";
import { monthsIn } from "./baseline.ts";
import type { BudgetInput } from "./budget-input.ts";
import type { BudgetRun } from "./budget-run.ts";
import { type EnvelopeLine, inOrder } from "./envelope.ts";
import { checkEnvelope, type EnvelopeRefusal } from "./envelope-check.ts";
import { reviewFairShares } from "./fair-share-review.ts";
import { pointerTo } from "./figure-reference.ts";
import { generalGrowth, prescribingUplift } from "./growth.ts";
import { type HistoricMonths, historicMonths } from "./historic-window.ts";
import { checkInput, type InputRefusal } from "./input-check.ts";
import { devolveLine } from "./method/devolve-line.ts";
import type { Basis } from "./method/devolved-line.ts";
import { pctPosition } from "./pct-position.ts";
import { practiceBudget } from "./practice-budget.ts";
import { partsByPractice } from "./practice-lines.ts";
import { type Standing, standings } from "./standing.ts";
import { stated } from "./stated.ts";
import { weighing } from "./weights.ts";

export type CalculationRefusal = EnvelopeRefusal | InputRefusal;

/** A run, or all the reasons why there can be none. */
export type Calculation =
  | { readonly run: BudgetRun }
  | { readonly refused: readonly [Refusal<CalculationRefusal>, ...Refusal<CalculationRefusal>[]] };

/**
 * Works out the budgets of a PCT for a year: each line devolved in full and blocked back, fair shares tested, movements
 * made where a review and a policy allow them, the risk pool filled. Budgets and what is held add up to the envelope, by
 * line and in all. Source: 003 ¶2.2.1-6, ¶A1-5 to ¶A1-18.
 */
export function calculateBudgets(input: BudgetInput): Calculation {
  const window = historicMonths(input.envelope.year, input.rules.historicWindow);
  const [first] = monthsIn(window) as [string & ReturnType<typeof monthsIn>[number]];
  const practices = standings(input.practices, input.asAt, firstDayOf(first));
  const [problem, ...others] = [
    ...checkEnvelope(input.envelope, input.rules).refused,
    ...checkInput(input, practices, window),
  ];
  return problem ? { refused: [problem, ...others] } : { run: runOf(input, practices, window) };
}

function runOf(input: BudgetInput, all: ReadonlyMap<string, Standing>, window: HistoricMonths): BudgetRun {
  const { pct, rules, asAt } = input;
  const lines = inOrder(input.envelope.lines);
  const envelope = envelopeFigure(lines);
  const growth = growthFigure(input, lines, envelope);
  const uplift = prescribingUplift(rules.prescribingUplift);
  const weights = weighing(all);
  const basis: Basis = {
    standings: all,
    weigh: weights.by,
    window,
    growth: pointerTo(growth, pctAddress(growth.id)),
    prescribingUplift: pointerTo(uplift, pctAddress(uplift.id)),
    rules,
  };
  const devolved = lines.map((line) => [line, devolveLine({ line, amount: amountOf(line) }, basis)] as const);
  const parts = partsByPractice(all, devolved, pct);
  const review = reviewFairShares(input, parts, weights.by, growthPutIn(lines));
  const budgets = parts.map((each) => practiceBudget(each, { review, weights, rules }));
  const figures = [
    growth,
    uplift,
    ...devolved.flatMap(([, line]) => line.figures),
    ...review.figures,
    ...(review.pace.shifts.size === 0 ? [] : review.pace.figures),
  ];
  return {
    pct,
    year: input.envelope.year,
    asAt,
    months: monthsIn(window),
    rules,
    position: pctPosition({ pct, lines, envelope, parts, practices: budgets, pace: review.pace, figures }),
    practices: budgets,
    unusedActivities: unusedIn(input, lines),
  };
}

function envelopeFigure(lines: readonly EnvelopeLine[]): Explanation {
  const amounts = lines.map(({ id, label, amount }) => given({ id, label }, "pence", amount));
  return workedOut({ id: "envelope", label: "The PCT's envelope" }, "pence", "sum", amounts);
}

/** A line's amount as explanations refer to it. */
function amountOf({ id, label, amount }: EnvelopeLine): Explanation {
  return pointerTo(given({ id: "line", label }, "pence", amount), pctAddress("envelope", id));
}

function growthFigure({ lastYear }: BudgetInput, lines: readonly EnvelopeLine[], envelope: Explanation): Explanation {
  const prescribing = lines.filter(({ service }) => service === "prescribing");
  return generalGrowth({
    thisYear: pointerTo(envelope, pctAddress("envelope"), { id: "total" }),
    thisYearPrescribing: workedOut(
      { id: "prescribing", label: "Prescribing this year" },
      "pence",
      "sum",
      prescribing.map((line) => ({ ...amountOf(line), id: line.id })),
    ),
    lastYear: stated({ id: "total", label: "The PCT's whole budget last year" }, "pence", lastYear.total),
    lastYearPrescribing: stated({ id: "prescribing", label: "Prescribing last year" }, "pence", lastYear.prescribing),
  });
}

function growthPutIn(lines: readonly EnvelopeLine[]): Explanation {
  const line = lines.find(({ purpose }) => purpose === "fair-share-growth");
  const named = { id: "growth-put-in", label: "Growth put in for practices under their fair share" };
  return line ? { ...amountOf(line), ...named } : given(named, "pence", 0);
}

function unusedIn({ practices }: BudgetInput, lines: readonly EnvelopeLine[]): readonly string[] {
  const used = new Set(lines.flatMap(({ method }) => (method.kind === "historic-activity" ? method.activities : [])));
  const found = new Set(practices.flatMap(({ baseline }) => baseline.map(({ activity }) => activity)));
  return [...found].filter((activity) => !used.has(activity)).sort();
}
