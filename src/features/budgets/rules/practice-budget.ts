import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import { lineAddress, practiceAddress } from "./address.ts";
import type { BudgetRules } from "./budget-rules.ts";
import type { PracticeBudget } from "./budget-run.ts";
import type { FairShareReview } from "./fair-share-review.ts";
import { pointerTo } from "./figure-reference.ts";
import { lastYearOf, type PracticeParts, statementLine } from "./practice-lines.ts";
import { poolContribution } from "./risk-pool.ts";
import { waterfall } from "./waterfall.ts";
import { cautionsOf, type Weighing } from "./weights.ts";

const UNTESTED = { state: "untested", lastYear: null, thisYear: null, figures: [] } as const;

/** What was worked out for all practices together. */
interface BudgetContext {
  readonly review: FairShareReview;
  readonly weights: Weighing;
  readonly rules: BudgetRules;
}

/**
 * A practice's budget: its lines after blocking back, with what moved towards the fair share, less its part of the risk
 * pool. Source: 003 ¶A1-10, ¶A1-16, ¶A1-25.
 */
export function practiceBudget(parts: PracticeParts, { review, weights, rules }: BudgetContext): PracticeBudget {
  const { practice, kind, predecessors } = parts.standing;
  const { code, name } = practice;
  const movement = review.pace.shifts.get(code);
  const figures = budgetFigures(parts, movement, rules);
  const { figures: tests, ...fairShare } = review.practices.get(code) ?? UNTESTED;
  const all = [...figures.all, ...tests, ...weights.figuresOf(code)];
  return {
    code,
    name,
    group: practice.group ?? null,
    standing: kind,
    mergedFrom: predecessors.map((each) => each.code),
    lines: parts.lines.map((line) => statementLine(line, parts.standing)),
    gross: figures.gross.value,
    blockedBack: figures.blockedBack.value,
    movement: movement?.value ?? 0,
    riskPool: figures.riskPool?.value ?? 0,
    budget: figures.budget.value,
    lastYear: figures.lastYear?.value ?? null,
    fairShare,
    cautions: [...new Set(all.flatMap(cautionsOf))].sort(),
    figures: all,
  };
}

function budgetFigures({ standing, lines }: PracticeParts, movement: Explanation | undefined, rules: BudgetRules) {
  const { code } = standing.practice;
  const label = "Lines after blocking back, and what moved";
  const nets = [...lines.map(({ net }) => net), ...(movement ? [movement] : [])];
  const available = workedOut({ id: "available", label }, "pence", "sum", nets);
  const pointer = pointerTo(available, practiceAddress(code, "budget", "available"));
  const riskPool = rules.riskPoolRate && poolContribution(pointer, rules.riskPoolRate);
  const inputs = [available, ...(riskPool ? [riskPool] : [])];
  const budget = workedOut({ id: "budget", label: "Indicative budget" }, "pence", "difference", inputs);
  const gross = workedOut(
    { id: "gross", label: "All that is devolved" },
    "pence",
    "sum",
    lines.map(({ line, devolved }) =>
      pointerTo(devolved.devolved, lineAddress(code, line.id, "devolved"), { id: line.id, label: line.label }),
    ),
  );
  const blockedBack = workedOut(
    { id: "blocked-back", label: "Blocked back" },
    "pence",
    "sum",
    lines.flatMap(({ line, blocked }) =>
      blocked.map(({ reason, figure }) =>
        pointerTo(figure, lineAddress(code, line.id, reason), { id: `${line.id}.${reason}` }),
      ),
    ),
  );
  const lastYear = lastYearFigure(standing);
  const steps = waterfall(
    { standing, lines },
    { blockedBack, ...(riskPool && { riskPool }), ...(movement && { movement }) },
  );
  const all = [budget, gross, blockedBack, steps, ...(lastYear ? [lastYear] : [])];
  return { budget, gross, blockedBack, riskPool, lastYear, all };
}

function lastYearFigure(standing: PracticeParts["standing"]): Explanation | undefined {
  const inputs = lastYearOf(standing).map(({ line, label, from, devolved, blockedBack }) =>
    given({ id: `${line}.${from}`, label: `Last year, ${label}` }, "pence", devolved - blockedBack),
  );
  if (inputs.length === 0) return undefined;
  return workedOut({ id: "last-year", label: "Last year's budget" }, "pence", "sum", inputs);
}
