import { type AppliedRule, type Explanation, type Remarks, sharedOut } from "#kernel/explanation.ts";
import type { BudgetRules } from "../budget-rules.ts";
import type { EnvelopeLine } from "../envelope.ts";
import type { HistoricMonths } from "../historic-window.ts";
import type { Standing } from "../standing.ts";
import type { Measure, Weights } from "../weights.ts";

/** What every method may draw on. */
export interface Basis {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly weigh: (measure: Measure) => Weights;
  readonly window: HistoricMonths;
  /** The general growth rate and the prescribing uplift, worked out once for the PCT. */
  readonly growth: Explanation;
  readonly prescribingUplift: Explanation;
  readonly rules: BudgetRules;
}

/** A line to devolve, and its amount as every practice's explanation refers to it. */
export interface LineToDevolve {
  readonly line: EnvelopeLine;
  readonly amount: Explanation;
}

/** A practice's part of a line. */
export interface Devolved {
  readonly devolved: Explanation;
  /** What it would be by history or formula alone, before it was fitted to the line. */
  readonly expected?: Explanation;
  /** The part of `devolved` that history or formula does not account for. */
  readonly notCovered?: Explanation;
  /** What the activity behind it cost, at both prices, where history was used. */
  readonly activity?: { readonly ownYear: Explanation; readonly budgetYear: Explanation };
}

/** A line shared among practices in full: their parts add up to the line. Source: 003 ¶A1-10. */
export interface DevolvedLine {
  readonly practices: ReadonlyMap<string, Devolved>;
  /** Figures of the PCT that the practices' explanations refer to. */
  readonly figures: readonly Explanation[];
}

/** An amount shared by weight; each part carries the rule, and the caution of its weight if there is one. */
export function sharedByWeight(
  named: { readonly id: string; readonly label: string } & Remarks,
  amount: Explanation,
  weights: ReadonlyMap<string, Explanation>,
): ReadonlyMap<string, Explanation> {
  return sharedOut(
    named,
    amount,
    [...weights].map(([key, weight]) => ({ key, weight, remarks: cautionsTogether(named, cautionFrom(weight)) })),
  );
}

/** The caution of a figure or of the inputs nearest to it, to carry up to what rests on it. */
export function cautionFrom({ caution, inputs }: Explanation): { readonly caution?: string } {
  const found = caution ?? inputs.find((input) => input.caution !== undefined)?.caution;
  return found === undefined ? {} : { caution: found };
}

function cautionsTogether(...remarks: readonly Remarks[]): Remarks {
  const cautions = remarks.flatMap(({ caution }) => caution ?? []);
  return cautions.length === 0 ? {} : { caution: cautions.join(" ") };
}

/** One rule as it applied, for a figure's remarks. */
export function applied(sentence: string, cited: AppliedRule["cited"]): { readonly rules: readonly AppliedRule[] } {
  return { rules: [{ sentence, cited }] };
}
