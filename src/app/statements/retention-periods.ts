import type { Rulebook, RuleName } from "#features/rulebook/index.ts";
import type { Day } from "#kernel/period.ts";

/** How long each sort of personal text is kept, in words. */
export interface RetentionPeriod {
  readonly what: string;
  readonly period: string;
}

const KEPT: readonly (readonly [rule: RuleName & `retention.${string}`, what: string, since: string])[] = [
  ["retention.people-details-months", "Your name and e-mail address", "after you left"],
  ["retention.sign-in-accounts-months", "Your sign-in account", "after you left"],
  ["retention.invitations-months", "The name and e-mail address on an invitation nobody took up", "after it lapsed"],
  ["retention.declarations-months", "The words of a declared interest or gift", "after it ended"],
  ["retention.review-notes-months", "The note on a review of a practice's use of services", "after the review"],
  ["retention.look-up-reasons-months", "The reason for which a patient was looked up", "after the look-up"],
];

/** The periods in force on a day, as the rulebook has them: what it says is what the notice says. */
export function periodsOn(rulebook: Rulebook, on: Day): readonly RetentionPeriod[] {
  return KEPT.map(([rule, what, since]) => {
    const { value } = rulebook.inForce("england", rule, on);
    return { what, period: `${monthsText(value)} ${since}` };
  });
}

function monthsText(months: number): string {
  const [count, unit] = months % 12 === 0 ? [months / 12, "year"] : [months, "month"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
