import { practiceOwners } from "#features/organisations/index.ts";
import { modelOver, text as textColumn, whole as wholeColumn } from "#platform/engine/index.ts";
import { chosen, code, dataset, decimal, intake, layout, text } from "#platform/lake/index.ts";
import { keptNeedTable } from "../tables.ts";

const PRACTICE = { form: "[A-Z][0-9]{5}", example: "E82001" } as const;
const given = { source_row: wholeColumn, ...keptNeedTable.columns };

const plain = layout("need", "Need weights, plain CSV", {
  practice: code("practice", PRACTICE),
  year: text("year"),
  component: chosen("component", [
    "acute",
    "community",
    "mental-health",
    "maternity",
    "prescribing",
    "primary-care",
    "overall",
    "carr-hill",
  ]),
  population: decimal("population"),
  weighted_population: decimal("weighted_population"),
});

const weightedPopulations = layout("weighted-populations", "NHS England weighted populations", {
  practice: code("Practice_Code", PRACTICE),
  population: decimal("pop 2022/23"),
  general_and_acute: decimal("G&A WP"),
  community: decimal("CS WP"),
  mental_health: decimal("MH WP"),
  maternity: decimal("Mat WP"),
  prescribing: decimal("Prescr WP"),
  primary_medical: decimal("Primary Medical Care WP"),
  overall: decimal("Final WP"),
});

const payments = layout("gp-payments", "NHS payments to general practice (Carr-Hill weighted lists)", {
  practice: code("Practice Code", PRACTICE),
  registered: decimal("Number of Registered Patients (Last Known Figure)"),
  weighted: decimal("Number of Weighted Patients (Last Known Figure)"),
});

/** Weighted populations by component of need: plain files, NHS England's, and Carr-Hill lists from payments. */
export const need = dataset({
  table: keptNeedTable,
  title: "Need weights",
  intakes: [
    intake({
      layout: plain,
      shape: modelOver(practiceOwners, new URL("../models/need-rows.sql", import.meta.url), {
        reads: { staged: plain.staged },
        takes: {},
        gives: given,
      }),
      key: ["practice", "year", "component"],
    }),
    intake({
      layout: weightedPopulations,
      shape: modelOver(practiceOwners, new URL("../models/weighted-population-rows.sql", import.meta.url), {
        reads: { staged: weightedPopulations.staged },
        takes: { year: textColumn },
        gives: given,
      }),
      key: ["practice"],
    }),
    intake({
      layout: payments,
      shape: modelOver(practiceOwners, new URL("../models/carr-hill-rows.sql", import.meta.url), {
        reads: { staged: payments.staged },
        takes: { year: textColumn },
        gives: given,
      }),
      key: ["practice"],
    }),
  ],
  findings: {},
  order: ["practice", "year", "component"],
  owner: "commissioner",
  needs: ["organisation", "membership"],
});
