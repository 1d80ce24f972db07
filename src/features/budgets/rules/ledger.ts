import type { Refusal } from "#kernel/decision.ts";
import { type Day, type FinancialYear, firstDayOf, isWithin, lastDayOf } from "#kernel/period.ts";
import type { Holder } from "./blocking-back.ts";
import type { BudgetRun } from "./budget-run.ts";

/** Where money of a budget is: a practice's line, or a line held by a group, the PCT or wider. */
export interface Account {
  readonly holder: { readonly kind: "practice" | Holder["kind"]; readonly code: string };
  readonly line: string;
}

export interface Balance extends Account {
  readonly amount: number;
}

/** Who allowed a movement, and where that is written down. */
export interface Authority {
  readonly body: string;
  /** The minute, letter or scheme that says so. */
  readonly reference: string;
}

/**
 * Money that moves during the year. A virement moves it between accounts; a correction puts an error right; a list review
 * follows patients; freed-up resources are spent. An allocation change alone brings money in or takes it out, and names
 * where it comes from. Source: settled ¶budgets-8.
 */
export interface Movement {
  readonly id: string;
  readonly on: Day;
  readonly authority: Authority;
  readonly kind: "virement" | "correction" | "list-review" | "freed-up-resources" | "allocation-change";
  /** Where an allocation change comes from or goes to. */
  readonly source?: string;
  readonly entries: readonly Balance[];
}

/** An account over the year: what it opened with, what moved, what it comes to. */
export interface AccountBalance extends Account {
  readonly opening: number;
  readonly movements: number;
  readonly closing: number;
}

export type MovementRefusal =
  | "movement-twice"
  | "movement-outside-year"
  | "movement-empty"
  | "movement-unbalanced"
  | "movement-without-authority"
  | "allocation-without-source"
  | "allocation-without-change"
  | "account-unknown"
  | "account-overdrawn";

/** What accounts a run opens: every practice by line, and every held line by who holds it. Together they are the envelope. */
export function openingBalances(run: BudgetRun): readonly Balance[] {
  const practices = run.practices.flatMap(({ code, lines, movement, riskPool }) => {
    const own = (line: string, amount: number): Balance => ({ holder: { kind: "practice", code }, line, amount });
    return [
      ...lines.map(({ line, net }) => own(line, net)),
      ...(movement === 0 ? [] : [own("fair-share-movement", movement)]),
      ...(riskPool === 0 ? [] : [own("risk-pool", -riskPool)]),
    ];
  });
  const held = run.position.heldLines.map(({ holder, line, amount }) => ({ holder, line, amount }));
  return summed([...practices, ...held]);
}

/**
 * Every account with what it opened with, what moved and what it comes to; opening and movements are the closing balance,
 * account by account and in all.
 */
export function balances(opening: readonly Balance[], movements: readonly Movement[]): readonly AccountBalance[] {
  const start = new Map(summed(opening).map((balance) => [keyOf(balance), balance]));
  const moved = new Map(summed(movements.flatMap(({ entries }) => entries)).map((entry) => [keyOf(entry), entry]));
  const keys = [...new Set([...start.keys(), ...moved.keys()])].sort();
  return keys.map((key) => {
    const { holder, line } = (start.get(key) ?? moved.get(key)) as Balance;
    const [before, change] = [start.get(key)?.amount ?? 0, moved.get(key)?.amount ?? 0];
    return { holder, line, opening: before, movements: change, closing: before + change };
  });
}

/**
 * Why a movement cannot be recorded: it is outside the year, without authority, out of balance, or takes more than there
 * is. An account may be new only where money comes in.
 */
export function movementProblems(
  movement: Movement,
  year: FinancialYear,
  opening: readonly Balance[],
  earlier: readonly Movement[],
): readonly Refusal<MovementRefusal>[] {
  const { id, on, authority, entries } = movement;
  const facts = { movement: id };
  const inYear = isWithin(on, { from: firstDayOf(year), until: lastDayOf(year) });
  const checks: readonly (readonly [boolean, MovementRefusal])[] = [
    [earlier.some((other) => other.id === id), "movement-twice"],
    [!inYear, "movement-outside-year"],
    [authority.body.trim() === "" || authority.reference.trim() === "", "movement-without-authority"],
    [entries.length === 0 || entries.some(({ amount }) => amount === 0), "movement-empty"],
    ...sumChecks(movement),
  ];
  const refused = checks.filter(([isWrong]) => isWrong).map(([, code]) => ({ code, facts }));
  return [...refused, ...accountProblems(movement, opening, earlier)];
}

/** The sum of a movement's entries: nought, but for an allocation change. */
export function sumOf(entries: readonly Balance[]): number {
  return entries.reduce((sum, { amount }) => sum + amount, 0);
}

function sumChecks({ kind, source, entries }: Movement): readonly (readonly [boolean, MovementRefusal])[] {
  const sum = sumOf(entries);
  if (kind !== "allocation-change") return [[sum !== 0, "movement-unbalanced"]];
  return [
    [(source ?? "").trim() === "", "allocation-without-source"],
    [sum === 0, "allocation-without-change"],
  ];
}

function accountProblems(
  { id, entries }: Movement,
  opening: readonly Balance[],
  earlier: readonly Movement[],
): readonly Refusal<MovementRefusal>[] {
  const now = new Map(balances(opening, earlier).map((account) => [keyOf(account), account.closing]));
  return summed(entries).flatMap((entry): readonly Refusal<MovementRefusal>[] => {
    const before = now.get(keyOf(entry));
    const facts = { movement: id, holder: entry.holder.code, line: entry.line };
    if (before === undefined && entry.amount < 0) return [{ code: "account-unknown", facts }];
    const after = (before ?? 0) + entry.amount;
    return entry.amount < 0 && after < 0 ? [{ code: "account-overdrawn", facts: { ...facts, short: -after } }] : [];
  });
}

/** Balances with one entry an account, in a fixed order. */
function summed(entries: readonly Balance[]): readonly Balance[] {
  const amounts = new Map<string, Balance>();
  for (const { holder, line, amount } of entries) {
    const key = keyOf({ holder, line });
    amounts.set(key, { holder, line, amount: (amounts.get(key)?.amount ?? 0) + amount });
  }
  return [...amounts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, balance]) => balance);
}

function keyOf({ holder, line }: Account): string {
  return `${holder.kind}/${holder.code}/${line}`;
}
