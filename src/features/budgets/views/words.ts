import type { Month } from "#kernel/period.ts";
import { percent } from "#platform/web/words/amounts.ts";
import { monthText } from "#platform/web/words/dates.ts";
import type { HeldReason, Holder } from "../rules/blocking-back.ts";
import type { BudgetRun } from "../rules/budget-run.ts";
import type { Level, Method } from "../rules/envelope.ts";
import type { FairShareState, Side } from "../rules/fair-share.ts";
import type { ReviewOutcome } from "../rules/fair-share-record.ts";
import type { Movement } from "../rules/ledger.ts";

export const LEVEL_WORDS: { readonly [L in Level]: string } = {
  practice: "practice",
  group: "group",
  pct: "PCT",
  wider: "several PCTs together",
};

export const STATE_WORDS: { readonly [S in FairShareState]: string } = {
  untested: "not tested",
  inside: "inside the band",
  "review-needed": "utilisation review needed",
  "policy-missing": "reviewed, waits for a policy",
  reviewed: "reviewed",
};

export const OUTCOME_WORDS: { readonly [O in ReviewOutcome]: string } = {
  "move-towards-fair-share": "Move the budget towards its fair share",
  "explained-by-need": "Leave it: need explains the difference",
  "data-in-doubt": "Leave it: the data are in doubt",
  "not-agreed": "Leave it: no agreement was reached",
};

export const KIND_WORDS: { readonly [K in Movement["kind"]]: string } = {
  virement: "Virement: money moves between accounts",
  correction: "Correction: an error is put right",
  "list-review": "List review: money follows patients",
  "freed-up-resources": "Freed-up resources are spent",
  "allocation-change": "Allocation change: money comes in or goes out",
};

/** Why money shown at a practice is not the practice's to plan with, in words of its own. */
export const REASON_WORDS: { readonly [R in HeldReason]: string } = {
  "closed-practice": "the practice has closed and left no successor",
  "commissioned-by-pct": "the PCT commissions it",
  "commissioned-wider": "commissioned by several PCTs together",
  "held-by-pct": "held by the PCT",
  "no-group": "groups commission it, and the practice is in none",
  "not-in-activity-data": "care that activity data do not show",
  "not-in-formula": "prescribing beyond the formula's total",
  "fair-share-movement": "freed by movements towards fair shares",
  "risk-pool": "kept for costly, uncommon cases",
};

/** How a line was worked out, as a person would say it. */
export function methodText(method: Method["kind"], { months, rules }: Pick<BudgetRun, "months" | "rules">): string {
  switch (method) {
    case "historic-activity":
      return `activity, ${spanOf(months)}`;
    case "prescribing-formula":
      return `prescribing formula, uplift ${percent(rules.prescribingUplift.value)}`;
    case "weighted-capitation":
      return "weighted capitation";
    case "per-head":
      return "per head";
    case "held":
      return "shown per head, then blocked back";
  }
}

/** How the lines that a run makes itself come about. */
export const OWN_LINES = {
  "fair-share-movement": "by utilisation review and policy",
  "risk-pool": "a rate of budgets, by rule",
} as const;

/** Whether a line is one that a run makes itself, beside those of the envelope. */
export function isOwnLine(line: string): line is keyof typeof OWN_LINES {
  return Object.hasOwn(OWN_LINES, line);
}

/** The months that count as history: October 2005 to September 2006. */
export function spanOf(months: readonly Month[]): string {
  const [first, last] = [months.at(0), months.at(-1)];
  return first === undefined || last === undefined ? "" : `${monthText(first)} to ${monthText(last)}`;
}

/** Who holds money, by name where a name is known. */
export function holderText(
  { kind, code }: { readonly kind: "practice" | Holder["kind"]; readonly code: string },
  nameOf: (code: string) => string,
): string {
  if (kind === "wider") return "several PCTs together";
  return nameOf(code);
}

/** On which side of the band, after a distance: `above it`. */
export const SIDE_WORDS: { readonly [S in Side]: string } = {
  inside: "inside the band",
  over: "above the band",
  under: "below the band",
};

/** `1 practice`, `3 practices`. */
export function many(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : several}`;
}

/** All of them, as people say it: `Both PCTs`, `All 12 practices`. */
export function allOf(count: number, one: string): string {
  if (count === 1) return `The only ${one}`;
  return count === 2 ? `Both ${one}s` : `All ${many(count, one)}`;
}

/** Words joined as in a sentence: `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
