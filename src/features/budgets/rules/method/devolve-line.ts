import type { Basis, DevolvedLine, LineToDevolve } from "./devolved-line.ts";
import { byHistoricActivity } from "./historic-activity.ts";
import { byHead } from "./per-head.ts";
import { byPrescribingFormula } from "./prescribing-formula.ts";
import { byWeightedCapitation } from "./weighted-capitation.ts";

/** Devolves a line to all practices in full, by the method it states. Source: 003 ¶A1-10. */
export function devolveLine(target: LineToDevolve, basis: Basis): DevolvedLine {
  const { method } = target.line;
  switch (method.kind) {
    case "historic-activity":
      return byHistoricActivity(target, method.activities, basis);
    case "prescribing-formula":
      return byPrescribingFormula(target, basis);
    case "weighted-capitation":
      return byWeightedCapitation(target, method.component, basis);
    case "per-head":
    case "held":
      return byHead(target, basis);
  }
}
