import { type Explanation, figureAt } from "#kernel/explanation.ts";
import type { Day, FinancialYear, Month } from "#kernel/period.ts";
import type { HeldReason, Holder } from "./blocking-back.ts";
import type { NamedCode } from "./budget-input.ts";
import type { BudgetRules } from "./budget-rules.ts";
import type { Level, Method, Purpose, Service } from "./envelope.ts";
import type { FairShareState, Side } from "./fair-share.ts";
import { FIGURE } from "./figure-reference.ts";
import type { StandingKind } from "./standing.ts";

/** A part of a line that the practice does not hold: why, who does, and where the figure is. Money is in pence. */
export interface HeldPart {
  readonly reason: HeldReason;
  readonly holder: Holder;
  readonly amount: number;
  readonly address: string;
}

/** A line of a practice's statement; `net` is what was devolved less what was blocked back. */
export interface PracticeLine {
  readonly line: string;
  readonly label: string;
  readonly service: Service;
  readonly method: Method["kind"];
  readonly level: Level;
  /** What the practice had for it last year after blocking back; nothing where there was no such line. */
  readonly lastYear: number | null;
  readonly devolved: number;
  readonly blockedBack: number;
  readonly net: number;
  readonly held: readonly HeldPart[];
  readonly address: string;
}

/** A budget in scope of the fair-share test, against its band. */
export interface FairShareTest {
  readonly budget: number;
  readonly fairShare: number;
  readonly lower: number;
  readonly upper: number;
  /** Basis points of the fair share. */
  readonly distance: number;
  readonly side: Side;
}

export interface PracticeFairShare {
  readonly state: FairShareState;
  /** Last year's budget, which is what is tested; nothing where there was none. */
  readonly lastYear: FairShareTest | null;
  /** This year's budget in scope before anything moves. */
  readonly thisYear: FairShareTest | null;
}

/** A practice's budget, with the figures that explain it. */
export interface PracticeBudget {
  readonly code: string;
  readonly name: string;
  readonly group: NamedCode | null;
  readonly standing: StandingKind;
  readonly mergedFrom: readonly string[];
  readonly lines: readonly PracticeLine[];
  readonly gross: number;
  readonly blockedBack: number;
  readonly movement: number;
  readonly riskPool: number;
  readonly budget: number;
  /** Last year's lines after blocking back, in all; nothing where there were none. */
  readonly lastYear: number | null;
  readonly fairShare: PracticeFairShare;
  readonly cautions: readonly string[];
  /** `budget`, `waterfall`, `gross`, `blocked-back` and the rest; each is addressed below `practice/<code>/`. */
  readonly figures: readonly Explanation[];
}

/** Money of a line that no practice holds. */
export interface HeldLine {
  readonly line: string;
  readonly reason: HeldReason;
  readonly holder: Holder;
  readonly amount: number;
  readonly address: string;
}

/** A line of the PCT: what was devolved goes to practices' budgets or is held, and nothing is left. */
export interface PctLine {
  readonly line: string;
  readonly label: string;
  readonly service: Service;
  readonly method: Method["kind"];
  readonly level: Level;
  readonly purpose: Purpose;
  readonly amount: number;
  readonly devolved: number;
  readonly practices: number;
  readonly held: number;
  readonly unallocated: number;
}

export interface PctPosition {
  readonly envelope: number;
  readonly devolved: number;
  readonly budgets: number;
  readonly held: number;
  readonly unallocated: number;
  readonly lines: readonly PctLine[];
  readonly heldLines: readonly HeldLine[];
  readonly figures: readonly Explanation[];
}

/**
 * Budgets of a PCT for a year with the whole of their derivation: plain data, the same bytes for the same input.
 * Source: 003 ¶A1-1, ¶A1-10.
 */
export interface BudgetRun {
  readonly pct: NamedCode;
  readonly year: FinancialYear;
  readonly asAt: Day;
  /** The months that count as history. */
  readonly months: readonly Month[];
  readonly rules: BudgetRules;
  readonly position: PctPosition;
  readonly practices: readonly PracticeBudget[];
  /** Kinds of activity that were supplied and that no line takes. */
  readonly unusedActivities: readonly string[];
}

/** The figure at an address such as `practice/E82001/budget/available/acute`, or nothing. */
export function figureIn(run: BudgetRun, address: string): Explanation | undefined {
  return finderIn(run)(address);
}

/** The address of the first figure that points to another which is not there or says otherwise, or nothing. */
export function firstBrokenPointer(run: BudgetRun): string | undefined {
  const find = finderIn(run);
  const broken = ({ origin, value, inputs }: Explanation): string | undefined => {
    const address = origin?.kind === FIGURE ? origin.keys.address : undefined;
    if (address !== undefined && find(address)?.value !== value) return address;
    return firstOf(inputs, broken);
  };
  return firstOf([...run.position.figures, ...run.practices.flatMap(({ figures }) => figures)], broken);
}

function finderIn({ position, practices }: BudgetRun): (address: string) => Explanation | undefined {
  const tops = new Map([["pct", position.figures]]);
  for (const { code, figures } of practices) tops.set(`practice/${code}`, figures);
  return (address) => {
    const ids = address.split("/");
    const depth = ids[0] === "practice" ? 2 : 1;
    const figures = tops.get(ids.slice(0, depth).join("/"));
    return figures && figureUnder(figures, ids.slice(depth));
  };
}

function figureUnder(figures: readonly Explanation[], [first, ...rest]: readonly string[]): Explanation | undefined {
  const top = figures.find(({ id }) => id === first);
  return top && figureAt(top, rest);
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
