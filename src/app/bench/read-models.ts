import { activityDatasets } from "#features/activity/index.ts";
import { flag, model, optional, type Table, text, whole } from "#platform/engine/index.ts";

const word = optional(text);
const always = { rows_read: whole, commissioner: word, month: word, practice: word, provider: word };

function datasetTable(name: string): Table {
  const found = activityDatasets.find(({ table }) => table.name === name);
  if (found === undefined) throw new RangeError(`There is no dataset ${name}`);
  return found.table;
}

/** The least and the sums of the columns that pricing spells reads. */
export const readSpells = model(new URL("models/read-spells.sql", import.meta.url), {
  reads: { spells: datasetTable("spell") },
  takes: {},
  gives: { ...always, admission_kind: word, patient_class: word, length_of_stay: optional(whole), hrg: word },
});

/** The least of the columns that pricing outpatient attendances reads. */
export const readAttendances = model(new URL("models/read-attendances.sql", import.meta.url), {
  reads: { attendances: datasetTable("attendance") },
  takes: {},
  gives: {
    ...always,
    treatment_function: word,
    is_first: optional(flag),
    is_by_telephone: optional(flag),
    is_multi_professional: optional(flag),
    was_seen: optional(flag),
    hrg: word,
  },
});

/** The least of the columns that pricing A&E attendances reads. */
export const readEmergency = model(new URL("models/read-emergency.sql", import.meta.url), {
  reads: { attendances: datasetTable("emergency") },
  takes: {},
  gives: { ...always, department_type: word, hrg: word },
});
