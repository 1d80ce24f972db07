export {
  type CountryMonth,
  type CountrySize,
  type CountryYear,
  makeYear,
  type YearOptions,
} from "./country/make-year.ts";
export { type MonthCsv, type MonthCsvOptions, writeMonthCsv } from "./country/month-csv.ts";
export { type StandingCsvOptions, writeStandingCsv } from "./country/standing-csv.ts";
export { type Founding, foundCounty, SAMPLE_BATCH } from "./found-county.ts";
export { foundHertfordshire } from "./hertfordshire/found-hertfordshire.ts";
export { HERTFORDSHIRE_PEOPLE } from "./hertfordshire/people.ts";
export { HERTFORDSHIRE_RULEBOOK, HERTFORDSHIRE_SOURCES } from "./hertfordshire/rulebook.ts";
export { HERTFORDSHIRE_BATCH, HERTFORDSHIRE_MADE_UP, HERTFORDSHIRE_TODAY } from "./hertfordshire/walk-through.ts";
export type { WrittenFile } from "./output/csv-file.ts";
export { SAMPLE_PEOPLE } from "./people.ts";
export { SAMPLE_RULEBOOK, SAMPLE_SOURCES } from "./rulebook.ts";
