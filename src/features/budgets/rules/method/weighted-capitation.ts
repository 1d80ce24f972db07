import type { Component } from "../envelope.ts";
import { type Basis, type DevolvedLine, type LineToDevolve, sharedByWeight } from "./devolved-line.ts";

/** A line by weighted heads: patients times their need for the service, as a share of all. Source: 003 ¶A1-7, ¶A1-12. */
export function byWeightedCapitation(
  target: LineToDevolve,
  component: Component | undefined,
  basis: Basis,
): DevolvedLine {
  const weights = basis.weigh(component ?? basis.rules.needComponentOfLine.value[target.line.service]);
  const named = {
    id: "devolved",
    label: "Share by weighted heads",
    changedBy: "Its list, its need index, or the line.",
  };
  const parts = sharedByWeight(named, target.amount, weights);
  return { practices: new Map([...parts].map(([code, devolved]) => [code, { devolved }])), figures: [] };
}
