import { type Explanation, given, type Remarks } from "#kernel/explanation.ts";

/** The kind of origin by which one figure of a run points to another. */
export const FIGURE = "figure";

/**
 * A figure that is worked out elsewhere in the same run, with the way there. A run shows each derivation once; where a
 * hundred practices share a total, each points to it. Source: 003 ¶A1-10.
 */
export function pointerTo(figure: Explanation, address: string, remarks: Remarks & Partial<Named> = {}): Explanation {
  const { id = figure.id, label = figure.label, ...rest } = remarks;
  return given({ id, label, ...rest, origin: { kind: FIGURE, keys: { address } } }, figure.unit, figure.value);
}

interface Named {
  readonly id: string;
  readonly label: string;
}
