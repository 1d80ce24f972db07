import type { Day } from "#kernel/period.ts";
import { type Interest, stands } from "./interest.ts";

/**
 * What whoever has an interest in an organisation does not do in its affairs: to decide on money. Looking on stays.
 * Source: 003 ¶2.2.2-6; settled ¶interests-6.
 */
export const DECIDING_PERMISSIONS = [
  "budgets.state",
  "budgets.draft",
  "budgets.review",
  "budgets.issue",
  "budgets.move",
] as const;

/** What somebody may not decide, and the rule that says so. */
export interface StandingBar {
  readonly permissions: readonly string[];
  readonly organisation: string;
  readonly rule: string;
}

/** The bars of interests that stand on a day, one for each organisation. Source: 003 ¶2.2.2-6; settled ¶interests-6. */
export function barsOn(
  interests: Iterable<Pick<Interest, "party" | "from" | "until">>,
  on: Day,
): readonly StandingBar[] {
  const standing = [...interests].filter((interest) => stands(interest, on));
  const codes = new Set(standing.flatMap(({ party }) => (party.kind === "organisation" ? [party.code] : [])));
  return [...codes].toSorted().map((organisation) => ({
    permissions: DECIDING_PERMISSIONS,
    organisation,
    rule: `Who declared an interest in ${organisation} takes no decision in its affairs (003 ¶2.2.2-6).`,
  }));
}
