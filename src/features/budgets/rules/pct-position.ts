import { type Explanation, workedOut } from "#kernel/explanation.ts";
import { pctAddress, practiceAddress } from "./address.ts";
import type { NamedCode } from "./budget-input.ts";
import type { PctLine, PctPosition, PracticeBudget } from "./budget-run.ts";
import type { EnvelopeLine } from "./envelope.ts";
import { pointerTo } from "./figure-reference.ts";
import { type Held, heldLines } from "./held-lines.ts";
import { MOVEMENT, type PaceOfChange } from "./pace-of-change.ts";
import type { PracticeParts } from "./practice-lines.ts";

/** What a PCT's position is drawn up from. */
export interface PositionParts {
  readonly pct: NamedCode;
  readonly lines: readonly EnvelopeLine[];
  readonly envelope: Explanation;
  readonly parts: readonly PracticeParts[];
  readonly practices: readonly PracticeBudget[];
  readonly pace: PaceOfChange;
  /** Figures that practices' explanations refer to. */
  readonly figures: readonly Explanation[];
}

/**
 * The PCT's whole money: practices' budgets and what is held, line by line and in all, with nothing left over.
 * Source: 003 ¶A1-10, ¶A1-31.
 */
export function pctPosition(from: PositionParts): PctPosition {
  const { envelope, practices } = from;
  const parts = heldLines(from);
  const held = workedOut(
    { id: "held", label: "Held by the PCT, by groups and wider" },
    "pence",
    "sum",
    parts.map(({ figure }) => figure),
  );
  const budgets = sumOver(practices, "budgets", "Budgets of all practices", "budget", ({ budget }) => budget);
  const devolved = sumOver(practices, "devolved", "Devolved to all practices", "gross", ({ gross }) => gross);
  const unallocated = workedOut(
    { id: "unallocated", label: "Neither in a budget nor held" },
    "pence",
    "difference",
    [envelope, budgets, held].map((figure) => pointerTo(figure, pctAddress(figure.id))),
  );
  return {
    envelope: envelope.value,
    devolved: devolved.value,
    budgets: budgets.value,
    held: held.value,
    unallocated: unallocated.value,
    lines: linesOf(from, parts),
    heldLines: parts.map(({ line, reason, holder, figure }) => ({
      line,
      reason,
      holder,
      amount: figure.value,
      address: pctAddress("held", figure.id),
    })),
    figures: [envelope, devolved, budgets, held, unallocated, ...from.figures],
  };
}

function sumOver(
  practices: readonly PracticeBudget[],
  id: string,
  label: string,
  of: string,
  amount: (practice: PracticeBudget) => number,
): Explanation {
  const inputs = practices.map((practice) => {
    const named = { id: practice.code, label: practice.name, unit: "pence", working: "given", inputs: [] } as const;
    return pointerTo({ ...named, value: amount(practice) }, practiceAddress(practice.code, of));
  });
  return workedOut({ id, label }, "pence", "sum", inputs);
}

function linesOf({ lines, practices }: PositionParts, held: readonly Held[]): readonly PctLine[] {
  const parts = practices.flatMap((practice) => practice.lines);
  const devolved = totals(parts.map(({ line, devolved: amount }) => [line, amount]));
  const budgets = totals(parts.map(({ line, net }) => [line, net]));
  const kept = totals(held.map(({ line, figure }) => [line, figure.value]));
  const stated = lines.map(({ id, label, service, method, level, purpose, amount }): PctLine => {
    const named = { line: id, label, service, method: method.kind, level, purpose };
    const [inBudgets, isHeld] = [budgets(id), kept(id)];
    const unallocated = amount - inBudgets - isHeld;
    return { ...named, amount, devolved: devolved(id), practices: inBudgets, held: isHeld, unallocated };
  });
  const moved = practices.map(({ movement }) => movement);
  const pooled = practices.map(({ riskPool }) => -riskPool);
  return [
    ...stated,
    ownLine(MOVEMENT.id, MOVEMENT.label, moved, kept(MOVEMENT.id)),
    ownLine("risk-pool", "Risk pool", pooled, kept("risk-pool")),
  ];
}

/** Sums of amounts by line; nought for a line with none. */
function totals(amounts: readonly (readonly [string, number])[]): (line: string) => number {
  const sums = new Map<string, number>();
  for (const [line, amount] of amounts) sums.set(line, (sums.get(line) ?? 0) + amount);
  return (line) => sums.get(line) ?? 0;
}

/** A line that the run makes itself: nothing in the envelope, so what practices give is what is held. */
function ownLine(line: string, label: string, amounts: readonly number[], held: number): PctLine {
  const kind = { service: "other", method: "held", level: "pct", purpose: "contingency" } as const;
  // A sum that starts at nought is never the -0 that JSON would not bring back.
  const practices = amounts.reduce((sum, amount) => sum + amount, 0);
  return { line, label, ...kind, amount: 0, devolved: 0, practices, held, unallocated: 0 - (practices + held) };
}
