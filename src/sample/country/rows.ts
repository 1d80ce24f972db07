import { activityDatasets } from "#features/activity/index.ts";
import { type Columns, day, model, modelOver, text, whole } from "#platform/engine/index.ts";
import {
  attendanceTemplateTable,
  emergencyTemplateTable,
  numberTable,
  placeTable,
  spellTemplateTable,
} from "./tables.ts";

const takes = {
  rows: whole,
  first: whole,
  seed: whole,
  first_slot: whole,
  slots: whole,
  templates: whole,
  days: whole,
};

/** Rows scattered over a country's practices, patients and days. */
const scattered = model(new URL("../models/scattered.sql", import.meta.url), {
  reads: { numbers: numberTable, places: placeTable },
  takes,
  gives: {
    nth: whole,
    template: whole,
    day_of_month: whole,
    patient_number: whole,
    practice_number: whole,
    commissioner: text,
    practice: text,
    area: text,
    near_provider: text,
    far_provider: text,
  },
});

const over = { name: "scattered", model: scattered } as const;
const month = { first: whole, month: text, month_start: day };

/** The columns in which the lake holds a dataset of activity. */
function columnsOf(name: string): Columns {
  const found = activityDatasets.find(({ table }) => table.name === name);
  if (found === undefined) throw new RangeError(`There is no dataset ${name}`);
  return found.table.columns;
}

/** Made-up spells, as the lake holds spells. */
export const spellRows = modelOver(over, new URL("../models/spell-rows.sql", import.meta.url), {
  reads: { templates: spellTemplateTable },
  takes: month,
  gives: columnsOf("spell"),
});

/** Made-up outpatient appointments, as the lake holds them. */
export const attendanceRows = modelOver(over, new URL("../models/attendance-rows.sql", import.meta.url), {
  reads: { templates: attendanceTemplateTable },
  takes: month,
  gives: columnsOf("attendance"),
});

/** Made-up A&E attendances, as the lake holds them. */
export const emergencyRows = modelOver(over, new URL("../models/emergency-rows.sql", import.meta.url), {
  reads: { templates: emergencyTemplateTable },
  takes: month,
  gives: columnsOf("emergency"),
});
