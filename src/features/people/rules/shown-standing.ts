import type { Standing } from "./record/person-state.ts";

/** Where somebody stands at an instant, as lists show it: an invitation that nobody took up in time has lapsed. */
export type ShownStanding = Exclude<Standing, "unknown"> | "lapsed";

/** What each standing is called. Source: settled ¶people-1, ¶people-8. */
export const STANDING_WORDS: { readonly [S in ShownStanding]: string } = {
  active: "In the service",
  invited: "Invited",
  lapsed: "Invitation lapsed",
  left: "Left",
  withdrawn: "Invitation withdrawn",
};

export function isShownStanding(text: string): text is ShownStanding {
  return Object.hasOwn(STANDING_WORDS, text);
}

/** Where somebody stands at an instant. Source: settled ¶people-1. */
export function shownStanding(standing: string, lapsesAt: string | null, now: string): ShownStanding {
  if (standing === "invited" && lapsesAt !== null && lapsesAt <= now) return "lapsed";
  return isShownStanding(standing) ? standing : "withdrawn";
}
