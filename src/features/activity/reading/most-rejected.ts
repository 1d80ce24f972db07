import type { Rulebook } from "#features/rulebook/index.ts";
import type { BasisPoints } from "#kernel/money.ts";
import { dayInLondon } from "#kernel/period.ts";

/**
 * The largest part of a file's rows that may be rejected, as of settled ¶loading-2: the nation's, since one file may hold the
 * care of several PCTs.
 */
export function mostRejected(rulebook: Rulebook, at: Date): BasisPoints {
  return rulebook.inForce("england", "loading.most-rejected", dayInLondon(at)).value;
}
