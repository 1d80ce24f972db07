import { type Columns, day, table, text, whole } from "#platform/engine/index.ts";

/** Registered patients of a practice by sex (`1`, `2`) and age band, on the first day of a quarter. */
export const registeredListTable = table("registered-list", {
  practice: text,
  as_at: day,
  sex: text,
  age_band: text,
  patients: whole,
});

/** A practice's population and its weighted population for one component of need, in millionths of a person. */
export const needTable = table("need", {
  practice: text,
  year: text,
  component: text,
  population_millionths: whole,
  weighted_population_millionths: whole,
});

/**
 * The same as the lake keeps it, cut by the PCT whose practice it was. Readers need not name that column, so that they also
 * read what was loaded before it was kept.
 */
export const keptListTable = table(registeredListTable.name, owned(registeredListTable.columns));
export const keptNeedTable = table(needTable.name, owned(needTable.columns));

function owned<const C extends Columns>(columns: C) {
  return { commissioner: text, ...columns };
}
