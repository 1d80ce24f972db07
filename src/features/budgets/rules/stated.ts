import { type Explanation, given, type Unit } from "#kernel/explanation.ts";
import type { Stated } from "./budget-input.ts";

/** A stated figure as an explanation, with where it was found and what to know before trusting it. Source: 003 ¶A1-1. */
export function stated(
  named: { readonly id: string; readonly label: string },
  unit: Unit,
  { value, origin, caution }: Stated,
): Explanation {
  return given({ ...named, ...(origin && { origin }), ...(caution !== undefined && { caution }) }, unit, value);
}

/** What was checked to be there before; its absence is a fault of ours, not of the input. Source: 003 ¶A1-1. */
export function known<T>(held: T | undefined, what: string): T {
  if (held === undefined) throw new Error(`${what} is missing, which the check of the input should have found`);
  return held;
}
