import type { Cited } from "#kernel/cited.ts";
import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import type { BudgetRules } from "./budget-rules.ts";
import type { Component, Service } from "./envelope.ts";
import { pointerTo } from "./figure-reference.ts";
import { sharedByWeight } from "./method/devolved-line.ts";
import type { Weights } from "./weights.ts";

/** An amount to share fairly, by the component of need that fits it, and where the run shows how it came about. */
export interface FairTotal {
  readonly component: Component;
  readonly figure: Explanation;
  readonly address: string;
}

/** A fair share with the edges of the band around it. */
export interface Band {
  readonly fairShare: Explanation;
  readonly lower: Explanation;
  readonly upper: Explanation;
}

/** Where a budget stands against its band. */
export type Side = "inside" | "over" | "under";

/**
 * How far a practice has come: `untested` where it had no budget last year or has no fair share; then a utilisation
 * review is needed first, then a policy, and only then may money move. Source: 003 ¶A1-15, ¶2.2.4-3.
 */
export type FairShareState = "untested" | "inside" | "review-needed" | "policy-missing" | "reviewed";

/** Whether the fair-share test covers a service. The national tool leaves prescribing out. Source: 003 ¶A1-18. */
export function isTested(service: Service, { fairShareExcludes }: Pick<BudgetRules, "fairShareExcludes">): boolean {
  return service !== "prescribing" && !fairShareExcludes.value.includes(service);
}

/** Fair shares of totals by weighted heads, component by component, summed by practice. Source: 003 ¶A1-12. */
export function fairShares(
  named: { readonly id: string; readonly label: string },
  totals: readonly FairTotal[],
  weigh: (component: Component) => Weights,
): ReadonlyMap<string, Explanation> {
  const parts = totals.map(({ component, figure, address }) =>
    sharedByWeight({ id: component, label: `Fair share, ${component}` }, pointerTo(figure, address), weigh(component)),
  );
  const practices = new Set(parts.flatMap((shares) => [...shares.keys()]));
  return new Map(
    [...practices].map((code) => {
      const own = parts.flatMap((shares) => shares.get(code) ?? []);
      return [code, workedOut(named, "pence", "sum", own)];
    }),
  );
}

/**
 * The band around a fair share: the tool is no more accurate than the tolerance on either side, and an amount exactly on
 * an edge is inside. Source: 003 ¶A1-13; settled ¶fair-shares-1, ¶fair-shares-2.
 */
export function bandAround(fairShare: Explanation, cited: Cited<number>): Band {
  const sentence = "A fair share is accurate to within this rate either way; a budget on the edge is inside.";
  const rate = (id: string, value: number) =>
    given({ id, label: "Edge as a rate of the fair share", rules: [{ sentence, cited }] }, "basis points", value);
  const edge = (id: string, label: string, value: number) =>
    workedOut({ id, label }, "pence", "part", [fairShare, rate("rate", value)]);
  return {
    fairShare,
    lower: edge("lower-edge", "Lower edge of the band", 10_000 - cited.value),
    upper: edge("upper-edge", "Upper edge of the band", 10_000 + cited.value),
  };
}

/** On which side of the band an amount lies, both edges being inside. */
export function sideOf(amount: number, { lower, upper }: Band): Side {
  if (amount > upper.value) return "over";
  return amount < lower.value ? "under" : "inside";
}

/** How far a budget is from its fair share, as a rate of the fair share. Source: settled ¶fair-shares-1. */
export function distanceFrom(budget: Explanation, fairShare: Explanation): Explanation {
  const named = { id: "distance", label: "Distance from the fair share" };
  return workedOut(named, "basis points", "distance", [budget, fairShare]);
}

/** The state that follows from the side, and from whether a review and a policy are on record. */
export function stateOf(side: Side, hasReview: boolean, hasPolicy: boolean): FairShareState {
  if (side === "inside") return "inside";
  if (!hasReview) return "review-needed";
  return hasPolicy ? "reviewed" : "policy-missing";
}
