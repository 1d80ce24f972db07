import { day, model, text, whole } from "#platform/engine/index.ts";
import { needTable, registeredListTable } from "../tables.ts";

/** Registered patients by practice, quarter, sex and age band between two days. */
export const registeredLists = model(new URL("registered-lists.sql", import.meta.url), {
  reads: { lists: registeredListTable },
  takes: { earliest: day, latest: day },
  gives: { practice: text, as_at: day, sex: text, age_band: text, patients: whole },
});

/** The days as of which the lists of practices are held. */
export const listDays = model(new URL("list-days.sql", import.meta.url), {
  reads: { lists: registeredListTable },
  takes: {},
  gives: { practice: text, as_at: day },
});

/** Weighted populations of a year by practice and component, in millionths of a person. */
export const needEntries = model(new URL("need-entries.sql", import.meta.url), {
  reads: { need: needTable },
  takes: { year: text },
  gives: {
    practice: text,
    year: text,
    component: text,
    population_millionths: whole,
    weighted_population_millionths: whole,
  },
});

/** A practice's registered patients by quarter, sex and age band. */
export const practiceLists = model(new URL("practice-lists.sql", import.meta.url), {
  reads: { lists: registeredListTable },
  takes: { practice: text },
  gives: { as_at: day, sex: text, age_band: text, patients: whole },
});

/** A practice's population and weighted population by year and component. */
export const practiceNeed = model(new URL("practice-need.sql", import.meta.url), {
  reads: { need: needTable },
  takes: { practice: text },
  gives: { year: text, component: text, population_millionths: whole, weighted_population_millionths: whole },
});
