import { type Explanation, workedOut } from "#kernel/explanation.ts";
import { lineAddress, pctAddress, practiceAddress } from "./address.ts";
import { type HeldReason, type Holder, REASON_LABELS } from "./blocking-back.ts";
import type { NamedCode } from "./budget-input.ts";
import type { HeldLine, PctLine, PctPosition, PracticeBudget } from "./budget-run.ts";
import type { EnvelopeLine } from "./envelope.ts";
import { pointerTo } from "./figure-reference.ts";
import { MOVEMENT, type PaceOfChange } from "./pace-of-change.ts";
import type { PracticeParts } from "./practice-lines.ts";

interface Entry {
  readonly line: string;
  readonly reason: HeldReason;
  readonly holder: Holder;
  readonly pointer: Explanation;
}

interface Held extends Omit<HeldLine, "amount" | "address"> {
  readonly figure: Explanation;
}

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
  const heldLines = heldIn(from);
  const held = workedOut(
    { id: "held", label: "Held by the PCT, by groups and wider" },
    "pence",
    "sum",
    heldLines.map(({ figure }) => figure),
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
    lines: linesOf(from, heldLines),
    heldLines: heldLines.map(({ line, reason, holder, figure }) => ({
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

function heldIn({ pct, parts, practices, pace }: PositionParts): readonly Held[] {
  const byKey = new Map<string, Entry[]>();
  const add = (entry: Entry): void => {
    const key = heldId(entry);
    const others = byKey.get(key);
    if (others) others.push(entry);
    else byKey.set(key, [entry]);
  };
  for (const { standing, lines } of parts)
    for (const each of lines) blockedEntries(standing.practice.code, each).forEach(add);
  for (const practice of practices) poolEntries(practice, pct).forEach(add);
  const held = [...byKey].map(([id, [first, ...more]]) => {
    const { line, reason, holder } = first as Entry;
    const label = `${REASON_LABELS[reason]} (${line})`;
    const inputs = [first as Entry, ...more].map(({ pointer }) => pointer);
    return { line, reason, holder, figure: workedOut({ id, label }, "pence", "sum", inputs) };
  });
  return [...held, ...movementLeft(pace, pct)].toSorted((a, b) => (a.figure.id < b.figure.id ? -1 : 1));
}

function blockedEntries(code: string, { line, blocked }: PracticeParts["lines"][number]): readonly Entry[] {
  return blocked.map(({ reason, holder, figure }) => {
    const pointer = pointerTo(figure, lineAddress(code, line.id, reason), { id: code, label: code });
    return { line: line.id, reason, holder, pointer };
  });
}

/** The group's pool where the practice is in a group, else the PCT's. Source: 003 ¶A1-26, ¶3-3. */
function poolEntries({ code, group, figures, riskPool }: PracticeBudget, pct: NamedCode): readonly Entry[] {
  const figure = figures.find(({ id }) => id === "budget")?.inputs.find(({ id }) => id === "risk-pool");
  if (figure === undefined || riskPool === 0) return [];
  const holder = group ? ({ kind: "group", code: group.code } as const) : ({ kind: "pct", code: pct.code } as const);
  const pointer = pointerTo(figure, practiceAddress(code, "budget", "risk-pool"), { id: code, label: code });
  return [{ line: "risk-pool", reason: "risk-pool", holder, pointer }];
}

function movementLeft({ shifts, left }: PaceOfChange, pct: NamedCode): readonly Held[] {
  if (shifts.size === 0) return [];
  const holder = { kind: "pct", code: pct.code } as const;
  const entry = { line: MOVEMENT.id, reason: "fair-share-movement", holder } as const;
  return [{ ...entry, figure: { ...left, id: heldId(entry) } }];
}

function heldId({ line, reason, holder }: Omit<Entry, "pointer">): string {
  return `${line}.${reason}.${holder.code}`;
}

function linesOf({ lines, practices, parts }: PositionParts, heldLines: readonly Held[]): readonly PctLine[] {
  const devolved = new Map<string, number>();
  const net = new Map<string, number>();
  for (const each of parts) {
    for (const { line, devolved: part, net: left } of each.lines) {
      devolved.set(line.id, (devolved.get(line.id) ?? 0) + part.devolved.value);
      net.set(line.id, (net.get(line.id) ?? 0) + left.value);
    }
  }
  const held = new Map<string, number>();
  for (const { line, figure } of heldLines) held.set(line, (held.get(line) ?? 0) + figure.value);
  const stated = lines.map(({ id, method, ...line }): PctLine => {
    const [inBudgets, kept] = [net.get(id) ?? 0, held.get(id) ?? 0];
    return {
      ...line,
      line: id,
      method: method.kind,
      devolved: devolved.get(id) ?? 0,
      practices: inBudgets,
      held: kept,
      unallocated: line.amount - inBudgets - kept,
    };
  });
  const moved = practices.reduce((sum, { movement }) => sum + movement, 0);
  const pooled = practices.reduce((sum, { riskPool }) => sum - riskPool, 0);
  return [
    ...stated,
    ownLine(MOVEMENT.id, MOVEMENT.label, moved, held.get(MOVEMENT.id) ?? 0),
    ownLine("risk-pool", "Risk pool", pooled, held.get("risk-pool") ?? 0),
  ];
}

/** A line that the run makes itself: nothing in the envelope, so what practices give is what is held. */
function ownLine(line: string, label: string, practices: number, held: number): PctLine {
  const kind = { service: "other", method: "held", level: "pct", purpose: "contingency" } as const;
  const inBudgets = practices === 0 ? 0 : practices;
  const unallocated = 0 - inBudgets - held;
  return {
    line,
    label,
    ...kind,
    amount: 0,
    devolved: 0,
    practices: inBudgets,
    held,
    unallocated: unallocated === 0 ? 0 : unallocated,
  };
}
