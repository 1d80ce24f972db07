import type { Explanation, Origin } from "#kernel/explanation.ts";
import type { Day, Month } from "#kernel/period.ts";
import type { BudgetRules } from "./budget-rules.ts";
import type { Component, Envelope, Service } from "./envelope.ts";
import type { FairSharePolicy, UtilisationReview } from "./fair-share-record.ts";

/** A figure that a file or a person states: where it was found and what to know before trusting it. */
export interface Stated {
  readonly value: number;
  readonly origin?: Origin;
  readonly caution?: string;
}

/** What one kind of activity of one month cost, at the prices of its own year and at those of the budget year. */
export interface BaselineMonth extends Omit<Stated, "value"> {
  readonly activity: string;
  /** What people call the kind of activity; its code where left out. */
  readonly name?: string;
  readonly month: Month;
  readonly ownYear: number;
  readonly budgetYear: number;
}

/** A line of the practice's budget last year; what was blocked back is part of what was devolved. */
export interface LastYearLine {
  readonly line: string;
  readonly label: string;
  readonly service: Service;
  readonly devolved: number;
  readonly blockedBack: number;
}

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/**
 * A practice as the files have it. One that has closed is given too, with its history and its successor; its list and
 * its need are left out, since its patients are counted where they are now.
 */
export interface PracticeInput {
  readonly code: string;
  readonly name: string;
  /** The group it belongs to on the day; nothing where it takes no part. */
  readonly group?: NamedCode;
  readonly opened?: Day;
  /** Its last day. */
  readonly closed?: Day;
  readonly successor?: string;
  /** Registered patients. */
  readonly list?: Stated;
  /** Need relative to one's list, in millionths, by component: weighted population over population. */
  readonly need: { readonly [C in Component]?: Explanation };
  /** Prescribing units (ASTRO-PU) of its list, in millionths. */
  readonly prescribingUnits?: Explanation;
  readonly baseline: readonly BaselineMonth[];
  /** What its prescriptions cost last year. */
  readonly prescribingSpend?: Stated;
  readonly lastYear: readonly LastYearLine[];
}

/** All that a budget run follows from. The same input gives the same run, whatever the order of its lists. Source: 003 ¶A1-1, ¶2.2.1-6. */
export interface BudgetInput {
  readonly pct: NamedCode;
  readonly envelope: Envelope;
  /** The day on which it is settled who is open, merged or closed, and who is in which group. */
  readonly asAt: Day;
  /** The whole of the PCT's budget last year, and the prescribing in it. */
  readonly lastYear: { readonly total: Stated; readonly prescribing: Stated };
  readonly practices: readonly PracticeInput[];
  readonly reviews: readonly UtilisationReview[];
  readonly policy?: FairSharePolicy;
  readonly rules: BudgetRules;
}
