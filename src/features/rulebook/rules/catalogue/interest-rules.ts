import { inWords, listOf, wholeNumber } from "../definition.ts";

/** The roles that may be named as those whose declarations are published. Source: settled ¶interests-2. */
const DECIDING = [
  "pct-director",
  "pct-finance",
  "pct-information",
  "pct-public-health",
  "pct-medicines",
  "committee-chair",
  "committee-member",
  "locality-chair",
  "gp-lead",
  "practice-manager",
] as const;

export type DecidingRole = (typeof DECIDING)[number];

/** Rules on declarations of interests, gifts and hospitality. Source: settled ¶interests-2 to ¶interests-4. */
export const interestRules = {
  "interests.published-roles": listOf(DECIDING, {
    title: "Whose declarations are published",
    says: (roles) => `The declarations of these roles are published: ${inWords(roles.map(roleName))}.`,
  }),
  "interests.confirmation-months": wholeNumber(
    "Months until declarations are confirmed again",
    1,
    (months) => `Declarations are confirmed again after ${months} months.`,
  ),
  "interests.published-months-after": wholeNumber(
    "Months for which what is over stays published",
    0,
    (months) => `An interest that ended, or a gift, stays published for ${months} months.`,
  ),
} as const;

function roleName(role: DecidingRole): string {
  return role.replace("pct-", "PCT ").replace("gp-", "GP ");
}
