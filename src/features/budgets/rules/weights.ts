import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import type { Stated } from "./budget-input.ts";
import type { Component } from "./envelope.ts";
import type { Standing } from "./standing.ts";

const MILLION = 1_000_000;

/** By what a practice's part of a line, or its fair share, is measured. */
export type Measure = Component | "heads" | "prescribing-units";

/** Weights of the practices that are open, by practice, for one measure. */
export type Weights = ReadonlyMap<string, Explanation>;

/** Weights by measure, each made once. */
export function weighing(standings: ReadonlyMap<string, Standing>): (measure: Measure) => Weights {
  const made = new Map<Measure, Weights>();
  const open = [...standings.values()].filter(({ kind }) => kind !== "closed");
  return (measure) => {
    const weights =
      made.get(measure) ?? new Map(open.map(({ practice }) => [practice.code, weightOf(practice, measure)]));
    made.set(measure, weights);
    return weights;
  };
}

/**
 * One's weight: registered patients, times the need index where the measure is a component of need. Weights are held in
 * millionths of a person, so that a share does not turn on rounding to whole people. Source: 003 ¶A1-12.
 */
function weightOf({ list, need, prescribingUnits }: Standing["practice"], measure: Measure): Explanation {
  const heads = stated("heads", "Registered patients", list, MILLION);
  if (measure === "heads") return heads;
  if (measure === "prescribing-units") return stated("weight", "Prescribing units", prescribingUnits);
  const index = stated("need", `Need index, ${measure}`, need[measure]);
  return workedOut({ id: "weight", label: `Weighted heads, ${measure}` }, "millionths", "product", [heads, index]);
}

function stated(id: string, label: string, figure: Stated | undefined, times = 1): Explanation {
  const { value = 0, origin, caution } = figure ?? {};
  const named = { id, label, ...(origin && { origin }), ...(caution !== undefined && { caution }) };
  return given(named, "millionths", value * times);
}

/** What must be known before trusting a figure: every caution in its derivation, each once, the topmost first. */
export function cautionsOf(figure: Explanation): readonly string[] {
  const found = new Set<string>();
  const look = ({ caution, inputs }: Explanation): void => {
    if (caution !== undefined) found.add(caution);
    inputs.forEach(look);
  };
  look(figure);
  return [...found];
}
