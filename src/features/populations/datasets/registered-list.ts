import { practiceOwners } from "#features/organisations/index.ts";
import { day as dayColumn, modelOver, whole as wholeColumn } from "#platform/engine/index.ts";
import { chosen, code, dataset, day, intake, layout, whole } from "#platform/lake/index.ts";
import { keptListTable } from "../tables.ts";

const PRACTICE = { form: "[A-Z][0-9]{5}", example: "E82001" } as const;
const AGE_BANDS = ["0-4", "5-14", "15-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+"] as const;
const given = { source_row: wholeColumn, ...keptListTable.columns };

const plain = layout("lists", "Registered lists, plain CSV", {
  practice: code("practice", PRACTICE),
  as_at: day("as_at"),
  sex: chosen("sex", ["1", "2"]),
  age_band: chosen("age_band", AGE_BANDS),
  patients: whole("patients"),
});

const listSize = layout("patient-list-size", "NHS Prescription Services patient list size", {
  practice: code("Practice Code", PRACTICE),
  men_0_4: whole("Male 0-4"),
  women_0_4: whole("Female 0-4"),
  men_5_14: whole("Male 5-14"),
  women_5_14: whole("Female 5-14"),
  men_15_24: whole("Male 15-24"),
  women_15_24: whole("Female 15-24"),
  men_25_34: whole("Male 25-34"),
  women_25_34: whole("Female 25-34"),
  men_35_44: whole("Male 35-44"),
  women_35_44: whole("Female 35-44"),
  men_45_54: whole("Male 45-54"),
  women_45_54: whole("Female 45-54"),
  men_55_64: whole("Male 55-64"),
  women_55_64: whole("Female 55-64"),
  men_65_74: whole("Male 65-74"),
  women_65_74: whole("Female 65-74"),
  men_75_up: whole("Male 75+"),
  women_75_up: whole("Female 75+"),
});

/** Registered lists by practice, quarter, sex and age band: plain files, and NHS Prescription Services' list sizes. */
export const registeredListDataset = dataset({
  table: keptListTable,
  title: "Registered lists",
  intakes: [
    intake({
      layout: plain,
      shape: modelOver(practiceOwners, new URL("../models/list-rows.sql", import.meta.url), {
        reads: { staged: plain.staged },
        takes: {},
        gives: given,
      }),
      key: ["practice", "as_at", "sex", "age_band"],
    }),
    intake({
      layout: listSize,
      shape: modelOver(practiceOwners, new URL("../models/list-size-rows.sql", import.meta.url), {
        reads: { staged: listSize.staged },
        takes: { as_at: dayColumn },
        gives: given,
      }),
      key: ["practice"],
    }),
  ],
  findings: {},
  order: ["practice", "as_at", "sex", "age_band"],
  owner: "commissioner",
  needs: ["organisation", "membership"],
});
