import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import { lineAddress, practiceAddress } from "./address.ts";
import { pointerTo } from "./figure-reference.ts";
import type { LineParts, PracticeParts } from "./practice-lines.ts";

/** The figures of a practice's budget that the last steps of its waterfall lead to. */
export interface BudgetParts {
  readonly blockedBack: Explanation;
  readonly movement?: Explanation;
  readonly riskPool?: Explanation;
}

type Historic = LineParts & { readonly devolved: { readonly expected: Explanation } };
type Used = Historic & { readonly devolved: Required<Pick<LineParts["devolved"], "activity">> };

/**
 * The way from activity to budget in steps that add up to the budget: activity at its own years' prices, the change of
 * prices, growth, fitting to the lines, services worked out by formula, blocking back, the movement towards the fair
 * share, and the risk pool. Source: 003 ¶A1-10.
 */
export function waterfall({ standing, lines }: PracticeParts, parts: BudgetParts): Explanation {
  const { code } = standing.practice;
  const historic = lines.filter((each): each is Historic => each.line.method.kind === "historic-activity");
  const others = lines.filter(({ line }) => line.method.kind !== "historic-activity");
  const steps = [...historySteps(code, historic), formulaStep(code, historic, others), ...lastSteps(code, parts)];
  return workedOut({ id: "waterfall", label: "From activity to budget" }, "pence", "sum", steps);
}

/** From activity at its own years' prices to what the lines by history hold; practices without history enter later. */
function historySteps(code: string, historic: readonly Historic[]): readonly Explanation[] {
  const used = historic.filter((each): each is Used => each.devolved.activity !== undefined);
  const label = "Activity at the prices of its own year";
  const own = sum("activity", label, used.map(ownPricesIn));
  const repriced = sum(
    "repriced",
    "At the budget year's prices",
    used.map((each) => repricedIn(code, each)),
  );
  const grown = sum(
    "grown",
    "With general growth",
    used.map((each) => expectedIn(code, each)),
  );
  const expected = sum(
    "expected",
    "By history, or by need without it",
    historic.map((each) => expectedIn(code, each)),
  );
  const fitted = sum(
    "fitted",
    "Fitted to the lines",
    historic.map((each) => devolvedIn(code, each)),
  );
  return [
    own,
    step("price-change", "Change of prices", [repriced, pointerTo(own, practiceAddress(code, "waterfall", own.id))]),
    step("growth", "General growth", [grown, repriced]),
    step("fitting", "Fitting to what the lines hold", [fitted, expected]),
  ];
}

function formulaStep(code: string, historic: readonly Historic[], others: readonly LineParts[]): Explanation {
  const byNeed = historic.filter(({ devolved }) => devolved.activity === undefined);
  return sum("formula", "Services by formula, by head or by need", [
    ...others.map((each) => devolvedIn(code, each)),
    ...byNeed.map((each) => expectedIn(code, each)),
  ]);
}

function lastSteps(code: string, { blockedBack, movement, riskPool }: BudgetParts): readonly Explanation[] {
  const unmoved = given({ id: "movement", label: "Movement towards the fair share" }, "pence", 0);
  return [
    less("blocked-back", "Blocked back", blockedBack, practiceAddress(code, blockedBack.id)),
    movement ? pointerTo(movement, lineAddress(code, movement.id), { id: "movement" }) : unmoved,
    riskPool
      ? less("risk-pool", riskPool.label, riskPool, practiceAddress(code, "budget", riskPool.id))
      : given({ id: "risk-pool", label: "No contribution to a risk pool" }, "pence", 0),
  ];
}

function ownPricesIn({ line, devolved }: Used): Explanation {
  return { ...devolved.activity.ownYear, id: line.id, label: `${line.label}, activity` };
}

function repricedIn(code: string, { line, devolved }: Used): Explanation {
  const address = lineAddress(code, line.id, "devolved", "expected", "activity");
  return pointerTo(devolved.activity.budgetYear, address, { id: line.id, label: line.label });
}

function expectedIn(code: string, { line, devolved }: Historic): Explanation {
  const address = lineAddress(code, line.id, "devolved", "expected");
  return pointerTo(devolved.expected, address, { id: line.id, label: line.label });
}

function devolvedIn(code: string, { line, devolved }: LineParts): Explanation {
  return pointerTo(devolved.devolved, lineAddress(code, line.id, "devolved"), { id: line.id, label: line.label });
}

function sum(id: string, label: string, inputs: readonly Explanation[]): Explanation {
  return workedOut({ id, label }, "pence", "sum", inputs);
}

function step(id: string, label: string, inputs: readonly Explanation[]): Explanation {
  return workedOut({ id, label }, "pence", "difference", inputs);
}

function less(id: string, label: string, figure: Explanation, address: string): Explanation {
  const nothing = given({ id: "nothing", label: "Nothing" }, "pence", 0);
  return step(id, label, [nothing, pointerTo(figure, address)]);
}
