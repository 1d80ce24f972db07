import type { ByBand } from "../setting/bands.ts";
import type { Practice } from "../setting/fenmere.ts";

type Profile = Practice["profile"];

/** People of each age band of a thousand, male then female. Made up. */
export const AGE_SHARES: readonly [ByBand, ByBand] = [
  [30, 62, 66, 66, 75, 66, 58, 42, 31],
  [29, 59, 64, 67, 74, 66, 59, 46, 47],
];

/** How the ages on a practice's list differ from the county's. */
export const PROFILES: Readonly<Record<Profile, ByBand>> = {
  mixed: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  town: [1.15, 1.05, 1.1, 1.2, 1.05, 0.95, 0.9, 0.85, 0.85],
  rural: [0.9, 1, 0.85, 0.75, 0.95, 1.1, 1.2, 1.2, 1.05],
  older: [0.75, 0.8, 0.75, 0.75, 0.85, 1, 1.25, 1.5, 1.65],
  young: [1.35, 1.2, 0.95, 1.35, 1.3, 0.9, 0.75, 0.6, 0.5],
  student: [0.7, 0.6, 2.8, 1.5, 0.8, 0.7, 0.65, 0.55, 0.5],
};

/** The chance of leaving a list within a year, by death or by moving away. */
export const LEAVING: ByBand = [0.04, 0.03, 0.1, 0.09, 0.05, 0.03, 0.03, 0.035, 0.1];

/** The ages at which people come to a list other than by birth. */
export const COMING: ByBand = [1.2, 0.7, 2.6, 2.4, 1.2, 0.6, 0.4, 0.3, 0.25];

/** The share of those who come to a list that have just been born. */
export const BORN_SHARE = 0.2;

/** The kinds of hospital care by which people are drawn. */
export const CARE_KINDS = ["emergency", "elective", "maternity", "outpatient", "accident"] as const;
export type CareKind = (typeof CARE_KINDS)[number];

interface Care {
  /** Events for a thousand people a year over the whole county, in the first year. */
  readonly perThousand: number;
  /** How the chance of one follows age. */
  readonly byBand: ByBand;
  /** The power of a person's frailty in it: one where the frail have much more of it, nought where all are alike. */
  readonly frailty: number;
}

/** How much hospital care people need, made up to the round figures of a county. Births fall to women only. */
export const CARE: Readonly<Record<CareKind, Care>> = {
  emergency: { perThousand: 78, byBand: [140, 40, 60, 60, 60, 65, 90, 150, 330], frailty: 1 },
  elective: { perThousand: 84, byBand: [45, 30, 45, 60, 80, 105, 160, 230, 210], frailty: 0.6 },
  maternity: { perThousand: 18, byBand: [0, 0.2, 45, 80, 30, 0.5, 0, 0, 0], frailty: 0.3 },
  outpatient: { perThousand: 900, byBand: [500, 400, 500, 650, 750, 900, 1200, 1600, 1700], frailty: 0.8 },
  accident: { perThousand: 208, byBand: [420, 280, 380, 290, 230, 190, 180, 210, 300], frailty: 0.7 },
};
