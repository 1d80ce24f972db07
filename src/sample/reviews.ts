import type { ReviewRecorded } from "#features/budgets/index.ts";
import { day } from "#kernel/period.ts";

type Found = Pick<ReviewRecorded, "reviewedOn" | "outcome" | "measures" | "spoke">;

/** What invented utilisation reviews found, in the order in which practices outside the band are reviewed. */
export const REVIEWS: readonly Found[] = [
  {
    reviewedOn: day("2008-04-21"),
    outcome: "move-towards-fair-share",
    measures: [
      {
        kind: "prevalence",
        measure: "Coronary heart disease on the register, per patient",
        practice: 34_000,
        peers: 36_000,
      },
      { kind: "prevalence", measure: "Diabetes on the register, per patient", practice: 38_000, peers: 40_000 },
      { kind: "use", measure: "Emergency admissions, per patient", practice: 104_000, peers: 82_000 },
      { kind: "use", measure: "First outpatient attendances, per patient", practice: 301_000, peers: 262_000 },
    ],
    spoke: ["GP lead", "practice manager", "PCT finance", "public health"],
  },
  {
    reviewedOn: day("2008-04-22"),
    outcome: "explained-by-need",
    measures: [
      {
        kind: "prevalence",
        measure: "Chronic obstructive pulmonary disease on the register, per patient",
        practice: 27_000,
        peers: 15_000,
      },
      { kind: "use", measure: "Emergency admissions, per patient", practice: 97_000, peers: 82_000 },
    ],
    spoke: ["GP", "PCT finance", "public health"],
  },
];
