import { COMMITTEE_ROLES } from "#features/people/index.ts";
import { applied, type Rulebook } from "#features/rulebook/index.ts";
import { dayInLondon } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import type { Snapshot } from "../snapshot.ts";

/** To whom a practice's activity is shown, as far as rules on small numbers tell people apart. */
export type Audience = "own-practice" | "peers" | "committee" | "detail";

/** What an audience gets: activity as it is, or only what was released, with the rule that says so. */
export interface Showing {
  readonly asItIs: boolean;
  readonly sentence: string;
}

/** The committee and the region, from above; the practices of a PCT, their chair and its officers among themselves. */
const FROM_ABOVE: readonly string[] = [...COMMITTEE_ROLES, "region"];

/** The audience somebody belongs to; whoever may open the rows sees no less than the practice itself. */
export function audienceOf({ posts }: Person, mayOpenRows: boolean): Exclude<Audience, "detail"> {
  if (mayOpenRows) return "own-practice";
  return posts.every(({ role }) => FROM_ABOVE.includes(role)) ? "committee" : "peers";
}

/** What the rules of a snapshot's place let an audience see on a day. Source: settled ¶disclosure-1, ¶disclosure-3. */
export function showingTo(rulebook: Rulebook, audience: Audience, { place }: Snapshot, at: Date): Showing {
  const rule = rulebook.inForce(place, `disclosure.for-${audience}`, dayInLondon(at));
  return { asItIs: rule.value === "as-they-are", sentence: applied(rule).sentence };
}
