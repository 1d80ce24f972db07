import { dataset, intake } from "#platform/lake/index.ts";
import { morePatientsThanList, unknownPractice } from "../checks/checks.ts";
import { meaningOf } from "../checks/findings.ts";
import { benchmarksLayout, indicatorsLayout, prevalenceLayout, qofLayout } from "../layouts/plain-quality.ts";
import { plainRows } from "../shapes/line-shapes.ts";
import { benchmarkTable, indicatorTable, prevalenceTable, qofTable } from "../tables.ts";

const needs = ["organisation"] as const;

/** How many of a practice's patients are on which disease register. */
export const prevalence = dataset({
  table: prevalenceTable,
  title: "Disease prevalence",
  intakes: [
    intake({
      layout: prevalenceLayout,
      shape: plainRows("prevalence-rows", prevalenceLayout, prevalenceTable),
      checks: [unknownPractice(prevalenceLayout), morePatientsThanList(prevalenceLayout)],
      key: ["practice", "year", "register"],
    }),
  ],
  findings: meaningOf("unknown-practice", "more-patients-than-list"),
  order: ["practice", "year", "register"],
  needs,
});

/** Points that practices reached in the quality and outcomes framework. */
export const qofPoints = dataset({
  table: qofTable,
  title: "QOF points",
  intakes: [
    intake({
      layout: qofLayout,
      shape: plainRows("qof-rows", qofLayout, qofTable),
      checks: [unknownPractice(qofLayout)],
      key: ["practice", "year"],
    }),
  ],
  findings: meaningOf("unknown-practice"),
  order: ["practice", "year"],
  needs,
});

/** Prescribing indicators, such as low-cost statins out of all statins. */
export const prescribingIndicators = dataset({
  table: indicatorTable,
  title: "Prescribing indicators",
  intakes: [
    intake({
      layout: indicatorsLayout,
      shape: plainRows("indicator-rows", indicatorsLayout, indicatorTable),
      checks: [unknownPractice(indicatorsLayout)],
      key: ["practice", "period", "indicator"],
    }),
  ],
  findings: meaningOf("unknown-practice"),
  order: ["practice", "period", "indicator"],
  needs,
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
});
