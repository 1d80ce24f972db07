import { practiceOwners } from "#features/organisations/index.ts";
import { modelOver, whole } from "#platform/engine/index.ts";
import { chosen, code, dataset, intake, layout, pounds, text } from "#platform/lake/index.ts";
import { SERVICES } from "../rules/envelope.ts";
import { keptBudgetBeforeTable } from "../tables.ts";

const plain = layout("budgets-before", "Budgets of an earlier year by practice and line, plain CSV", {
  practice: code("practice", { form: "[A-Z][0-9]{5}", example: "E82001" }),
  year: code("year", { form: "[0-9]{4}/[0-9]{2}", example: "2007/08" }),
  line: text("line"),
  label: text("label"),
  service: chosen("service", SERVICES),
  devolved_pence: pounds("devolved"),
  blocked_back_pence: pounds("blocked_back"),
});

/** Budgets of years that were not worked out here, for the fair-share test and for comparison. */
export const budgetsBefore = dataset({
  table: keptBudgetBeforeTable,
  title: "Budgets of earlier years",
  intakes: [
    intake({
      layout: plain,
      shape: modelOver(practiceOwners, new URL("../models/budget-before-rows.sql", import.meta.url), {
        reads: { staged: plain.staged },
        takes: {},
        gives: { source_row: whole, ...keptBudgetBeforeTable.columns },
      }),
      key: ["practice", "year", "line"],
    }),
  ],
  findings: {},
  order: ["practice", "year", "line"],
  owner: "commissioner",
  needs: ["organisation", "membership"],
});
