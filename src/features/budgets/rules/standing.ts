import type { Day } from "#kernel/period.ts";
import type { PracticeInput } from "./budget-input.ts";

/**
 * How a practice stands on the day that a budget is worked out for: `new` ones opened after the window began and took
 * over nobody who was there before; `closed` ones left no successor among these practices.
 */
export type StandingKind = "open" | "new" | "closed";

/** A practice as it is now, with the practices whose history it took over. */
export interface Standing {
  readonly practice: PracticeInput;
  readonly kind: StandingKind;
  /** Whether it, or one that merged into it, was open when the window began and has activity in it. */
  readonly hasHistory: boolean;
  readonly predecessors: readonly PracticeInput[];
}

/**
 * Practices as they are now, by code: those that merged stand under the practice that looks after their patients, so
 * that history follows patients. Source: 003 ¶A1-5, and ¶A1-7 for practices without history.
 */
export function standings(
  practices: readonly PracticeInput[],
  asAt: Day,
  windowFrom: Day,
): ReadonlyMap<string, Standing> {
  const byCode = new Map(practices.toSorted(byPracticeCode).map((practice) => [practice.code, practice]));
  const followed = new Map<string, PracticeInput[]>();
  const kept: PracticeInput[] = [];
  for (const practice of byCode.values()) {
    const heir = isClosed(practice, asAt) ? heirOf(practice, byCode, asAt) : undefined;
    if (heir === undefined) kept.push(practice);
    else followed.set(heir.code, [...(followed.get(heir.code) ?? []), practice]);
  }
  return new Map(
    kept.map((practice) => {
      const predecessors = followed.get(practice.code) ?? [];
      const old = [practice, ...predecessors].filter(({ opened }) => opened === undefined || opened <= windowFrom);
      const kind = isClosed(practice, asAt) ? "closed" : old.length === 0 ? "new" : "open";
      return [
        practice.code,
        { practice, kind, hasHistory: old.some(({ baseline }) => baseline.length > 0), predecessors },
      ];
    }),
  );
}

/** The open practice at the end of the line of successors; nothing where the line breaks off or runs in a ring. */
function heirOf(
  closed: PracticeInput,
  byCode: ReadonlyMap<string, PracticeInput>,
  asAt: Day,
): PracticeInput | undefined {
  const seen = new Set<string>();
  let at: PracticeInput | undefined = closed;
  while (at !== undefined && isClosed(at, asAt)) {
    if (seen.has(at.code)) return undefined;
    seen.add(at.code);
    at = at.successor === undefined ? undefined : byCode.get(at.successor);
  }
  return at;
}

function isClosed({ closed }: PracticeInput, asAt: Day): boolean {
  return closed !== undefined && closed < asAt;
}

function byPracticeCode(a: PracticeInput, b: PracticeInput): number {
  return a.code < b.code ? -1 : 1;
}
