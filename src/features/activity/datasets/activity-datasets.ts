import type { Dataset } from "#platform/lake/index.ts";
import { attendances } from "./attendance.ts";
import { emergencies } from "./emergency.ts";
import { costedLines, prescribing, referrals } from "./lines.ts";
import { admittedPrices, emergencyPrices, marketForces, outpatientPrices } from "./price-list.ts";
import { benchmarks, prescribingIndicators, prevalence, qofPoints } from "./quality.ts";
import { spells } from "./spell.ts";

/** All that can be loaded of activity, of what it costs and of what goes with it. */
export const activityDatasets: readonly Dataset[] = [
  spells,
  attendances,
  emergencies,
  costedLines,
  referrals,
  prescribing,
  prevalence,
  qofPoints,
  prescribingIndicators,
  benchmarks,
  admittedPrices,
  outpatientPrices,
  emergencyPrices,
  marketForces,
];
