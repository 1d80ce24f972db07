import type { Month } from "#kernel/period.ts";
import { DIRT_SHARE, type Fault, spoil } from "../activity/dirt.ts";
import { type DayNumber, daysOf, dayText } from "../calendar.ts";
import { csvFile, type WrittenFile } from "../output/csv-file.ts";
import { MOST_PEOPLE, nhsNumbers } from "../population/identifiers.ts";
import { type Random, random } from "../random.ts";
import { type CsvKind, type CsvTemplate, csvKinds } from "./csv-kinds.ts";
import { type CountryPractice, countryPractices } from "./places.ts";

export interface MonthCsvOptions {
  readonly folder: string;
  readonly month: Month;
  readonly seed: number;
  readonly practices: number;
  /** Rows of each kind in the month. */
  readonly spells: number;
  readonly attendances: number;
  readonly emergency: number;
}

export interface MonthCsv {
  readonly files: readonly WrittenFile[];
  /** How many rows were spoilt, by file and by what is wrong with them. */
  readonly faults: Readonly<Record<string, Faults>>;
}

type Faults = { readonly [F in Fault]?: number };

/**
 * Writes a month of a country as plain CSV files, with dirt and with what identifies patients, for timing a load. The
 * range that is kept for tests has too few NHS numbers for a country, so that one number stands for several people.
 */
export function writeMonthCsv(options: MonthCsvOptions): MonthCsv {
  const practices = countryPractices(options.practices, options.seed);
  const numbers = nhsNumbers(MOST_PEOPLE, 0);
  const written = csvKinds(options.month, options.seed).map((kind) => writeKind(kind, options, practices, numbers));
  return {
    files: written.map(({ file }) => file),
    faults: Object.fromEntries(written.map(({ file, faults }) => [file.path, faults])),
  };
}

function writeKind(
  kind: CsvKind,
  { folder, month, seed, [kind.name]: rows }: MonthCsvOptions,
  practices: readonly CountryPractice[],
  numbers: readonly string[],
): { readonly file: WrittenFile; readonly faults: Faults } {
  const chance = random(seed, `${kind.name} ${month}`);
  const file = csvFile(folder, `${kind.name}-${month}.csv`, kind.columns, kind.checked);
  const days = daysOf(month);
  const faults: { [F in Fault]?: number } = {};
  const origins = { practices: [], providers: practices.slice(0, 50).map(({ nearProvider: code }) => ({ code })) };
  const writeOne = (practice: CountryPractice, nth: number) => {
    const template = kind.templates[chance.below(kind.templates.length)] as CsvTemplate;
    const row = rowOf(kind, template, practice, { nth, day: dayOf(nth, days, chance), numbers }, chance);
    const spoilt = chance.chance(DIRT_SHARE) ? spoil(row, kind.dirt, origins, chance) : undefined;
    if (spoilt === undefined || spoilt.isExtra) file.write(row);
    if (spoilt === undefined) return;
    file.write(spoilt.row);
    faults[spoilt.fault] = (faults[spoilt.fault] ?? 0) + 1;
  };
  let next = 0;
  for (const { practice, until } of sharedOut(rows, practices)) {
    for (; next < until; next += 1) writeOne(practice, next);
  }
  return { file: file.close(), faults };
}

/** At which row each practice ends, given its size. */
function* sharedOut(rows: number, practices: readonly CountryPractice[]) {
  const all = practices.reduce((sum, { slots }) => sum + slots, 0);
  let slot = 0;
  for (const practice of practices) {
    slot += practice.slots;
    yield { practice, until: Math.round((rows * slot) / all) };
  }
}

/** Those who come up a second time do so in the second half of the month, so that few are in two beds at once. */
function dayOf(nth: number, days: readonly DayNumber[], chance: Random): DayNumber {
  const half = Math.floor(days.length / 2);
  const later = Math.floor(nth / MOST_PEOPLE) % 2 === 1 ? half : 0;
  return days[later + chance.below(half)] as DayNumber;
}

function rowOf(
  { letter, dirt }: CsvKind,
  { age, sex, isNear, nights, cells }: CsvTemplate,
  practice: CountryPractice,
  { nth, day, numbers }: { readonly nth: number; readonly day: DayNumber; readonly numbers: readonly string[] },
  chance: Random,
): Readonly<Record<string, string>> {
  const row: Record<string, string> = { ...cells };
  row[dirt.id] = `${letter}${1_000_000_000 + nth}`;
  row.provider = isNear ? practice.nearProvider : practice.farProvider;
  row.practice = practice.practice;
  row.nhs_number = numbers[nth % numbers.length] as string;
  row.date_of_birth = dayText(day - nights - 1 - Math.floor((age + chance.next()) * 365.25));
  row.postcode = `${practice.area} ${nth % 10}AB`;
  row.sex = sex;
  row[dirt.day] = dayText(day);
  if (dirt.start !== undefined) row[dirt.start] = dayText(day - nights);
  return row;
}
