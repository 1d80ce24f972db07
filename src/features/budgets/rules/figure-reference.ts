import type { Explanation } from "#kernel/explanation.ts";

/** The kind of origin by which one figure of a run points to another. */
export const FIGURE = "figure";

/**
 * A figure that is worked out elsewhere in the same run, with the way there. A run shows each derivation once; where a
 * hundred practices share a total, each points to it. Source: 003 ¶A1-10.
 */
export function pointerTo(figure: Explanation, address: string, more: Partial<Pointer> = {}): Explanation {
  const { id, label, unit, value } = figure;
  return { id, label, ...more, unit, value, working: "given", inputs: [], origin: { kind: FIGURE, keys: { address } } };
}

/** What a pointer may say for itself in place of the figure it points to. */
interface Pointer {
  readonly id: string;
  readonly label: string;
  readonly caution: string;
}
