import { join } from "node:path";
import { type FinancialYear, firstDayOf, type Month, monthsOf, yearOf } from "#kernel/period.ts";
import type { Engine, Row } from "#platform/engine/index.ts";
import { shareOfYear } from "../activity/demand.ts";
import { daysOf } from "../calendar.ts";
import { CARE, type CareKind } from "../population/rates.ts";
import { ADMISSION_KINDS } from "../setting/case-mix.ts";
import { type CountryPractice, countryPractices } from "./places.ts";
import { attendanceRows, emergencyRows, spellRows } from "./rows.ts";
import { TEMPLATES, type TemplateFiles, writeTemplates } from "./template-files.ts";

/** How large a country, and which. */
export interface CountrySize {
  readonly practices: number;
  /** Rows in the year. */
  readonly spells: number;
  readonly attendances: number;
  readonly emergency: number;
  readonly seed: number;
}

export interface YearOptions extends CountrySize {
  readonly year: FinancialYear;
  /** How many different rows of each kind there are to copy in a month; a prime, 10,007 unless said otherwise. */
  readonly templates?: number;
  /** The months to make, all twelve unless said otherwise; each is the same whichever others are made. */
  readonly months?: readonly Month[];
  /** The folder of all data, in which the engine may write. */
  readonly root: string;
  /** Told of each month as it begins. */
  readonly progress?: (month: Month) => void;
}

/** The files of a month, in the lake's columns; each holds whole commissioners. */
export interface CountryMonth {
  readonly month: Month;
  readonly spells: readonly string[];
  readonly attendances: readonly string[];
  readonly emergency: readonly string[];
}

export interface CountryYear {
  readonly practices: readonly CountryPractice[];
  readonly months: readonly CountryMonth[];
}

/** England, in round figures. */
export const ENGLAND: CountrySize = {
  practices: 8_000,
  spells: 20_000_000,
  attendances: 100_000_000,
  emergency: 20_000_000,
  seed: 1,
};

/** Rows that are put in order at once: few enough for little memory. */
const ROWS_OF_A_PART = 900_000;
const KINDS: Readonly<Record<"spells" | "attendances" | "emergency", readonly CareKind[]>> = {
  spells: ADMISSION_KINDS,
  attendances: ["outpatient"],
  emergency: ["accident"],
};

/**
 * Makes a year of a country's hospital care as Parquet files in the lake's columns, a month at a time. What was made
 * before of the same size and seed is not made again.
 */
export async function makeYear(engine: Engine, options: YearOptions): Promise<CountryYear> {
  const practices = countryPractices(options.practices, options.seed);
  const months: CountryMonth[] = [];
  for (const month of options.months ?? monthsOf(options.year)) {
    options.progress?.(month);
    const templates = await writeTemplates(engine, { ...options, month, practices });
    const made = { month, spells: [] as string[], attendances: [] as string[], emergency: [] as string[] };
    for (const kind of ["spells", "attendances", "emergency"] as const) {
      const { first, rows } = rowsIn(month, kind, options);
      for (const part of partsOf(rows, first, practices)) {
        made[kind].push(...(await makePart(engine, options, kind, month, part, templates)));
      }
    }
    months.push(made);
  }
  return { practices, months };
}

/** Which rows of a kind fall in a month, given how many there are in its year: the number of the first, and how many. */
export function rowsIn(month: Month, kind: keyof typeof KINDS, size: CountrySize): { first: number; rows: number } {
  const weight = (of: Month) =>
    KINDS[kind].reduce((sum, care) => sum + CARE[care].perThousand * shareOfYear(care, of), 0);
  const year = monthsOf(yearOf(month));
  const upTo = (some: readonly Month[]) => some.reduce((sum, of) => sum + weight(of), 0);
  // From running totals, so that the months add up to the year.
  const rowsUpTo = (count: number) => Math.round((size[kind] * upTo(year.slice(0, count))) / upTo(year));
  const at = year.indexOf(month);
  return { first: rowsUpTo(at) + 1, rows: rowsUpTo(at + 1) - rowsUpTo(at) };
}

interface Part {
  readonly rows: number;
  readonly first: number;
  readonly firstSlot: number;
  readonly slots: number;
}

/** Cuts a month's rows between commissioners, as many to each part as its practices' size calls for. */
function partsOf(rows: number, first: number, practices: readonly CountryPractice[]): readonly Part[] {
  const bounds = boundsOf(practices, Math.max(1, Math.ceil(rows / ROWS_OF_A_PART)));
  const all = bounds.at(-1) ?? 0;
  const until = (slot: number) => Math.round((rows * slot) / all);
  return bounds.slice(1).map((end, at) => {
    const start = bounds[at] ?? 0;
    return { firstSlot: start, slots: end - start, first: first + until(start), rows: until(end) - until(start) };
  });
}

/** Slots at which a commissioner's practices end, so many of them that each part has about the same size. */
function boundsOf(practices: readonly CountryPractice[], parts: number): readonly number[] {
  const all = practices.reduce((sum, { slots }) => sum + slots, 0);
  const bounds = [0];
  let slot = 0;
  for (const [at, { slots, commissioner }] of practices.entries()) {
    slot += slots;
    const isEnd = practices[at + 1]?.commissioner !== commissioner;
    if (isEnd && (slot === all || slot >= (bounds.length * all) / parts)) bounds.push(slot);
  }
  return bounds;
}

async function makePart(
  engine: Engine,
  { root, seed, templates: count = TEMPLATES }: YearOptions,
  kind: keyof typeof KINDS,
  month: Month,
  { rows, first, firstSlot, slots }: Part,
  { numbers, places, ...templates }: TemplateFiles,
): Promise<readonly string[]> {
  const values: Row<typeof spellRows.takes> = {
    ...{ rows, first, seed, slots, first_slot: firstSlot, templates: count, days: daysOf(month).length },
    ...{ month, month_start: firstDayOf(month) },
  };
  const making = { root, values, files: { numbers, places, templates: templates[kind] } };
  const made = await {
    spells: () => engine.make(spellRows, making),
    attendances: () => engine.make(attendanceRows, making),
    emergency: () => engine.make(emergencyRows, making),
  }[kind]();
  return made.files.map(({ path }) => join(root, path));
}
