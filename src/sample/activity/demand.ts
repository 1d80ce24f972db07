import type { Month } from "#kernel/period.ts";
import { daysOf, workingDaysOf } from "../calendar.ts";
import { CARE, CARE_KINDS, type CareKind } from "../population/rates.ts";
import { needAt, type Roll } from "../population/roll.ts";
import { type Random, random } from "../random.ts";
import type { Setting } from "../setting/fenmere.ts";

/** How many events of a kind a practice's patients have in a month. */
export type Demand = (kind: CareKind, practice: number, month: Month, roll: Roll) => number;

interface Course {
  /** From January to December, against an average month of the same length. */
  readonly season: readonly number[];
  readonly yearlyGrowth: number;
  /** Whether it happens on working days only. */
  readonly isPlanned: boolean;
  /** The shape of the gamma by which one month of a practice differs from another beyond chance. */
  readonly evenness: number;
}

const EVEN = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const COURSES: Readonly<Record<CareKind, Course>> = {
  emergency: {
    season: [1.11, 1.06, 1.03, 0.98, 0.96, 0.94, 0.95, 0.92, 0.95, 0.99, 1.01, 1.1],
    yearlyGrowth: 0.022,
    isPlanned: false,
    evenness: 60,
  },
  elective: {
    season: [0.97, 1.01, 1.04, 0.98, 1.01, 1.02, 1.0, 0.93, 1.02, 1.03, 1.04, 0.88],
    yearlyGrowth: 0.02,
    isPlanned: true,
    evenness: 90,
  },
  maternity: { season: EVEN, yearlyGrowth: 0.015, isPlanned: false, evenness: 400 },
  outpatient: {
    season: [1.01, 1.01, 1.04, 0.97, 1.01, 1.02, 1.01, 0.93, 1.02, 1.03, 1.04, 0.89],
    yearlyGrowth: 0.018,
    isPlanned: true,
    evenness: 120,
  },
  accident: {
    season: [0.94, 0.95, 1.0, 1.0, 1.05, 1.05, 1.06, 1.02, 1.01, 1.0, 0.96, 0.97],
    yearlyGrowth: 0.015,
    isPlanned: false,
    evenness: 80,
  },
};

/**
 * Demand that is over-dispersed: each practice differs from the others by more than its patients explain, and each of its
 * months from the last by more than chance. It is set so that the county's first year has its stated rate of each kind.
 */
export function demandOf(setting: Setting, seed: number, first: Roll): Demand {
  const habits = random(seed, "habits");
  const chance = random(seed, "demand");
  const factors = Object.fromEntries(CARE_KINDS.map((kind) => [kind, factorsOf(kind, setting, habits, first)]));
  const firstYear = Number(setting.years[0]?.slice(0, 4));
  return (kind, practice, month, roll) => {
    const { yearlyGrowth, evenness } = COURSES[kind];
    const years = Number(month.slice(0, 4)) + (Number(month.slice(5)) - 4) / 12 - firstYear;
    const course = shareOfYear(kind, month) * (1 + yearlyGrowth) ** years;
    const factor = factors[kind]?.[practice] ?? 0;
    return chance.poisson(needAt(roll, practice, kind) * factor * course * chance.gamma(evenness));
  };
}

/** The part of a year's events of a kind that falls in a month: by its season, and by its days or working days. */
export function shareOfYear(kind: CareKind, month: Month): number {
  const { season, isPlanned } = COURSES[kind];
  const length = isPlanned ? workingDaysOf(month).length / 252 : daysOf(month).length / 365.25;
  return (season[Number(month.slice(5)) - 1] ?? 1) * length;
}

/** What turns a practice's need into a year's events: its own habits, and one figure for the whole county. */
function factorsOf(kind: CareKind, setting: Setting, habits: Random, first: Roll): readonly number[] {
  const own = setting.practices.map(({ need, use }) =>
    kind === "maternity" ? 1 : need * use * Math.exp(habits.normal() * 0.05),
  );
  const all = own.reduce((sum, factor, practice) => sum + factor * needAt(first, practice, kind), 0);
  const events = (CARE[kind].perThousand * first.people.length) / 1000;
  return own.map((factor) => (factor * events) / all);
}
