import { dataset, intake } from "#platform/lake/index.ts";
import { morePatientsThanList, unknownPractice } from "../checks/checks.ts";
import { meaningOf } from "../checks/findings.ts";
import { benchmarksLayout, indicatorsLayout, prevalenceLayout, qofLayout } from "../layouts/plain-quality.ts";
import { ownedRows, plainRows } from "../shapes/line-shapes.ts";
import { benchmarkTable, indicatorTable, prevalenceTable, qofTable } from "../tables.ts";

/** Facts of practices, cut by the PCT whose practice each was at the start of its period. */
const owned = { owner: "commissioner", needs: ["organisation", "membership"] } as const;

/** How many of a practice's patients are on which disease register. */
export const prevalence = dataset({
  table: prevalenceTable,
  title: "Disease prevalence",
  intakes: [
    intake({
      layout: prevalenceLayout,
      shape: ownedRows("prevalence-rows", prevalenceLayout, prevalenceTable),
      checks: [unknownPractice(prevalenceLayout), morePatientsThanList(prevalenceLayout)],
      key: ["practice", "year", "register"],
    }),
  ],
  findings: meaningOf("unknown-practice", "more-patients-than-list"),
  order: ["practice", "year", "register"],
  ...owned,
});

/** Points that practices reached in the quality and outcomes framework. */
export const qofPoints = dataset({
  table: qofTable,
  title: "QOF points",
  intakes: [
    intake({
      layout: qofLayout,
      shape: ownedRows("qof-rows", qofLayout, qofTable),
      checks: [unknownPractice(qofLayout)],
      key: ["practice", "year"],
    }),
  ],
  findings: meaningOf("unknown-practice"),
  order: ["practice", "year"],
  ...owned,
});

/** Prescribing indicators, such as low-cost statins out of all statins. */
export const prescribingIndicators = dataset({
  table: indicatorTable,
  title: "Prescribing indicators",
  intakes: [
    intake({
      layout: indicatorsLayout,
      shape: ownedRows("indicator-rows", indicatorsLayout, indicatorTable),
      checks: [unknownPractice(indicatorsLayout)],
      key: ["practice", "period", "indicator"],
    }),
  ],
  findings: meaningOf("unknown-practice"),
  order: ["practice", "period", "indicator"],
  ...owned,
});

/** What figures are elsewhere. */
export const benchmarks = dataset({
  table: benchmarkTable,
  title: "Benchmarks",
  intakes: [
    intake({
      layout: benchmarksLayout,
      shape: plainRows("benchmark-rows", benchmarksLayout, benchmarkTable),
      key: ["measure", "area", "period"],
    }),
  ],
  findings: {},
  order: ["measure", "area", "period"],
  needs: [],
  open: "What figures are elsewhere is published, for anybody to compare with.",
});
