import type { Profile } from "../profile.ts";

/** Small counts suppressed and everything else as it is. */
export const EXACT: Profile = {
  name: "exact",
  largestSuppressed: 5,
  roundedTo: 1,
  leastValues: 3,
  wholeForDecimal: 0,
};

/** More suppressed, and the rest rounded. */
export const ROUNDED: Profile = {
  name: "rounded",
  largestSuppressed: 7,
  roundedTo: 5,
  leastValues: 3,
  wholeForDecimal: 4000,
};
