import type { Cited } from "#kernel/cited.ts";
import type { Component, Service } from "./envelope.ts";

/** Which months count as history: the last of one year and the first of the next, counted back from the budget year. */
export interface HistoricWindow {
  readonly earlierYearsBack: number;
  readonly earlierLastMonths: number;
  readonly laterYearsBack: number;
  readonly laterFirstMonths: number;
}

/**
 * Every rule that a budget run applies, as the rulebook has it for the place and the year. Rates are in basis points.
 * Source: 003 ¶A1-5 to ¶A1-25; settled ¶rules-7.
 */
export interface BudgetRules {
  readonly historicWindow: Cited<HistoricWindow>;
  readonly prescribingUplift: Cited<number>;
  /** How much of the prescribing total follows last year's spend; the rest follows weighted patients. */
  readonly prescribingHistoryShare: Cited<number>;
  /** Left out where no place has set one: then nobody contributes. */
  readonly riskPoolRate?: Cited<number>;
  readonly fairShareTolerance: Cited<number>;
  readonly largestShift: Cited<number>;
  /** The services that the fair-share test leaves out, prescribing among them. */
  readonly fairShareExcludes: Cited<readonly Service[]>;
  /** Which component of need weighs each service. */
  readonly needComponentOfLine: Cited<Readonly<Record<Service, Component>>>;
  readonly minimumScope: Cited<readonly Service[]>;
  readonly noDeficitTopSlice: Cited<boolean>;
  readonly noFreedUpDeduction: Cited<boolean>;
}
