import { type Explanation, workedOut } from "#kernel/explanation.ts";
import { lineAddress, practiceAddress } from "./address.ts";
import { type HeldReason, type Holder, REASON_LABELS } from "./blocking-back.ts";
import type { NamedCode } from "./budget-input.ts";
import type { PracticeBudget } from "./budget-run.ts";
import { pointerTo } from "./figure-reference.ts";
import { MOVEMENT, type PaceOfChange } from "./pace-of-change.ts";
import type { PracticeParts } from "./practice-lines.ts";

/** Money of a line that no practice holds, for one reason and with one holder. */
export interface Held {
  readonly line: string;
  readonly reason: HeldReason;
  readonly holder: Holder;
  readonly figure: Explanation;
}

interface Entry {
  readonly line: string;
  readonly reason: HeldReason;
  readonly holder: Holder;
  readonly pointer: Explanation;
}

/** What is held is drawn from: practices' lines, their contributions to the pool, and what movements leave over. */
interface HeldFrom {
  readonly pct: NamedCode;
  readonly parts: readonly PracticeParts[];
  readonly practices: readonly PracticeBudget[];
  readonly pace: PaceOfChange;
}

/** All that is held, line by line, each amount with the practices it came from. Source: 003 ¶A1-10, ¶A1-31. */
export function heldLines({ pct, parts, practices, pace }: HeldFrom): readonly Held[] {
  const entries = [...parts.flatMap(blockedEntries), ...practices.flatMap((practice) => poolEntries(practice, pct))];
  const held = [...Map.groupBy(entries, idOf)].flatMap(([id, alike]) =>
    alike.slice(0, 1).map(({ line, reason, holder }) => {
      const pointers = alike.map(({ pointer }) => pointer);
      const named = { id, label: `${REASON_LABELS[reason]} (${line})` };
      return { line, reason, holder, figure: workedOut(named, "pence", "sum", pointers) };
    }),
  );
  return [...held, ...movementLeft(pace, pct)].toSorted((a, b) => (a.figure.id < b.figure.id ? -1 : 1));
}

function blockedEntries({ standing, lines }: PracticeParts): readonly Entry[] {
  const { code } = standing.practice;
  return lines.flatMap(({ line, blocked }) =>
    blocked.map(({ reason, holder, figure }) => {
      const pointer = pointerTo(figure, lineAddress(code, line.id, reason), { id: code, label: code });
      return { line: line.id, reason, holder, pointer };
    }),
  );
}

/** The group's pool where the practice is in a group, else the PCT's. Source: 003 ¶A1-26, ¶3-3. */
function poolEntries({ code, group, figures, riskPool }: PracticeBudget, pct: NamedCode): readonly Entry[] {
  if (riskPool === 0) return [];
  const holder: Holder = group ? { kind: "group", code: group.code } : { kind: "pct", code: pct.code };
  const contributions = figures
    .filter(({ id }) => id === "budget")
    .flatMap(({ inputs }) => inputs.filter(({ id }) => id === "risk-pool"));
  return contributions.map((figure) => {
    const pointer = pointerTo(figure, practiceAddress(code, "budget", figure.id), { id: code, label: code });
    return { line: "risk-pool", reason: "risk-pool", holder, pointer };
  });
}

function movementLeft({ shifts, left }: PaceOfChange, pct: NamedCode): readonly Held[] {
  if (shifts.size === 0) return [];
  const entry = { line: MOVEMENT.id, reason: "fair-share-movement", holder: { kind: "pct", code: pct.code } } as const;
  return [{ ...entry, figure: { ...left, id: idOf(entry) } }];
}

function idOf({ line, reason, holder }: Omit<Entry, "pointer">): string {
  return `${line}.${reason}.${holder.code}`;
}
