import { applied, type Rulebook } from "#features/rulebook/index.ts";
import type { Day } from "#kernel/period.ts";
import type { Profile } from "#platform/disclosure/profile.ts";

/** How small counts are protected where activity is released, in numbers and in words. */
export interface ReleaseProfile {
  readonly profile: Profile;
  readonly sentence: string;
  readonly source: string;
}

/** The profile by which a place releases activity on a day. Source: hes-disclosure ¶2007-2, ¶2018-2. */
export function releaseProfile(rulebook: Rulebook, place: string, on: Day): ReleaseProfile {
  const choice = rulebook.inForce(place, "disclosure.for-public", on);
  const numbers = rulebook.inForce(place, `disclosure.${choice.value}-profile`, on);
  const { document, paragraph } = choice.source;
  return {
    profile: { name: choice.value, ...numbers.value },
    sentence: `${applied(choice).sentence} ${applied(numbers).sentence}`,
    source: `${document} ¶${paragraph}`,
  };
}
