import type { Explanation } from "#kernel/explanation.ts";
import { lineAddress } from "./address.ts";
import type { NamedCode } from "./budget-input.ts";
import type { EnvelopeLine } from "./envelope.ts";
import { pointerTo } from "./figure-reference.ts";
import type { Devolved } from "./method/devolved-line.ts";
import type { Standing } from "./standing.ts";

/** Why money shown at a practice goes back, or is not the practice's to plan with. */
export type HeldReason =
  | "closed-practice"
  | "commissioned-by-pct"
  | "commissioned-wider"
  | "held-by-pct"
  | "no-group"
  | "not-in-activity-data"
  | "not-in-formula"
  | "fair-share-movement"
  | "risk-pool";

/** Who holds it. What is commissioned wider than the PCT passes through the PCT, whose code it carries. */
export interface Holder {
  readonly kind: "group" | "pct" | "wider";
  readonly code: string;
}

/** A part of a practice's line that is blocked back. */
export interface BlockedBack {
  readonly reason: HeldReason;
  readonly holder: Holder;
  readonly figure: Explanation;
}

/** What a reason is called where figures are listed. */
export const REASON_LABELS: { readonly [R in HeldReason]: string } = {
  "closed-practice": "Blocked back: the practice has closed and left no successor",
  "commissioned-by-pct": "Blocked back: the PCT commissions it",
  "commissioned-wider": "Blocked back: commissioned wider than the PCT",
  "held-by-pct": "Blocked back: held by the PCT",
  "no-group": "Blocked back: commissioned by groups, and the practice is in none",
  "not-in-activity-data": "Blocked back: care not in activity data",
  "not-in-formula": "Blocked back: prescribing beyond the formula's total",
  "fair-share-movement": "Movement towards fair shares",
  "risk-pool": "Contribution to the risk pool",
};

/**
 * What of a practice's line is blocked back, by whom it is then held, and why: all of a line that others commission, else
 * the part that neither activity nor formula accounts for. Source: 003 ¶A1-10, ¶A1-31, ¶3-3; 004 ¶22-2.
 */
export function blockedBack(
  line: EnvelopeLine,
  { practice, kind }: Standing,
  { devolved, notCovered }: Devolved,
  pct: NamedCode,
): readonly BlockedBack[] {
  const whole = kind === "closed" ? "closed-practice" : reasonForWhole(line, practice.group);
  const address = (id: string) => lineAddress(practice.code, line.id, ...id.split("/"));
  if (whole !== undefined) {
    const holder = { kind: whole === "commissioned-wider" ? "wider" : "pct", code: pct.code } as const;
    return [{ reason: whole, holder, figure: named(whole, devolved, address("devolved")) }];
  }
  if (notCovered === undefined) return [];
  const reason = line.method.kind === "historic-activity" ? "not-in-activity-data" : "not-in-formula";
  const figure = named(reason, notCovered, address("devolved/not-covered"));
  return [{ reason, holder: { kind: "pct", code: pct.code }, figure }];
}

function reasonForWhole({ method, level }: EnvelopeLine, group: NamedCode | undefined): HeldReason | undefined {
  if (method.kind === "held") return level === "wider" ? "commissioned-wider" : "held-by-pct";
  switch (level) {
    case "pct":
      return "commissioned-by-pct";
    case "wider":
      return "commissioned-wider";
    case "group":
      return group === undefined ? "no-group" : undefined;
    case "practice":
      return undefined;
  }
}

function named(reason: HeldReason, figure: Explanation, address: string): Explanation {
  return pointerTo(figure, address, { id: reason, label: REASON_LABELS[reason] });
}
