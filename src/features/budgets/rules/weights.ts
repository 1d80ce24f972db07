import { type Explanation, workedOut } from "#kernel/explanation.ts";
import { practiceAddress } from "./address.ts";
import type { PracticeInput, Stated } from "./budget-input.ts";
import type { Component } from "./envelope.ts";
import { pointerTo } from "./figure-reference.ts";
import type { Standing } from "./standing.ts";
import { known, stated } from "./stated.ts";

const MILLION = 1_000_000;

/** By what a practice's part of a line, or its fair share, is measured. */
export type Measure = Component | "heads" | "prescribing-units";

/** Weights of the practices that are open, by practice, for one measure. */
export type Weights = ReadonlyMap<string, Explanation>;

/** Weights by measure, each worked out once, and the figures of a practice that they point to. */
export interface Weighing {
  readonly by: (measure: Measure) => Weights;
  /** The figures behind the measures asked for so far. */
  readonly figuresOf: (practice: string) => readonly Explanation[];
}

/**
 * Weighs the practices that are open. What is shared by a weight points to it, with its caution, so that a practice's
 * need is derived once however many lines rest on it. Source: 003 ¶A1-12.
 */
export function weighing(standings: ReadonlyMap<string, Standing>): Weighing {
  const made = new Map<Measure, { readonly figures: Weights; readonly pointers: Weights }>();
  const open = [...standings.values()].filter(({ kind }) => kind !== "closed").map(({ practice }) => practice);
  const make = (measure: Measure) => {
    const figures = new Map(open.map((practice) => [practice.code, weightOf(practice, measure)]));
    const pointers = new Map([...figures].map(([code, figure]) => [code, pointerToWeight(code, figure)]));
    made.set(measure, { figures, pointers });
    return pointers;
  };
  return {
    by: (measure) => made.get(measure)?.pointers ?? make(measure),
    figuresOf: (practice) => [...made.values()].flatMap(({ figures }) => figures.get(practice) ?? []),
  };
}

/**
 * One's weight: registered patients, times the need index where the measure is a component of need. Weights are held in
 * millionths of a person, so that a share does not turn on rounding to whole people.
 */
function weightOf({ list, need, prescribingUnits }: PracticeInput, measure: Measure): Explanation {
  const heads = headsOf(list, measure === "heads" ? "weight-heads" : "heads");
  if (measure === "heads") return heads;
  if (measure === "prescribing-units") {
    return { ...known(prescribingUnits, "A list in prescribing units"), id: "weight-prescribing-units" };
  }
  const index = { ...known(need[measure], `A need index for ${measure}`), id: "need" };
  const named = { id: `weight-${measure}`, label: `Weighted heads, ${measure}` };
  return workedOut(named, "millionths", "product", [heads, index]);
}

function headsOf(list: Stated | undefined, id: string): Explanation {
  const { value, ...more } = known(list, "A registered list");
  return stated({ id, label: "Registered patients" }, "millionths", { ...more, value: value * MILLION });
}

function pointerToWeight(code: string, figure: Explanation): Explanation {
  const [caution] = cautionsOf(figure);
  const remarks = caution === undefined ? { id: "weight" } : { id: "weight", caution };
  return pointerTo(figure, practiceAddress(code, figure.id), remarks);
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
