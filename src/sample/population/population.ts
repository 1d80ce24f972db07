import { type DayNumber, dayText } from "../calendar.ts";
import { type Draw, draw, drawn } from "../draw.ts";
import type { Random } from "../random.ts";
import { BAND_STARTS, type ByBand, bandOf } from "../setting/bands.ts";
import { isOpen, type Practice, type Setting } from "../setting/fenmere.ts";
import { AGE_SHARES, BORN_SHARE, COMING, LEAVING, PROFILES } from "./rates.ts";

const YEAR = 365.25;
const GONE = -1;

/** Everybody there has been so far, a column for each fact, in the order in which they came. */
export interface Population {
  count: number;
  readonly born: Int32Array;
  /** 1 male, 2 female. */
  readonly sex: Uint8Array;
  /** The place of their practice in the setting; below nought for those who have gone. */
  readonly practice: Int16Array;
  /** The place of the practice they were with first, near which they live. */
  readonly home: Uint8Array;
  /** How much more hospital care they need than others of their age; one on average. */
  readonly frailty: Float32Array;
}

interface Cohort {
  readonly band: number;
  readonly sex: 1 | 2;
}

/** The people on the lists on a first day, as many thousandths of the setting's as the scale says. */
export function populate(setting: Setting, scale: number, on: DayNumber, random: Random): Population {
  const people = setting.practices.map((practice) => Math.round(practice.people * scale));
  const room = Math.ceil(people.reduce((sum, count) => sum + count, 0) * 1.7) + 4_000;
  const population: Population = {
    count: 0,
    born: new Int32Array(room),
    sex: new Uint8Array(room),
    practice: new Int16Array(room),
    home: new Uint8Array(room),
    frailty: new Float32Array(room),
  };
  setting.practices.forEach((practice, at) => {
    const cohorts = cohortsOf(PROFILES[practice.profile]);
    for (let count = people[at] ?? 0; count > 0; count -= 1) add(population, at, drawn(cohorts, random), on, random);
  });
  return population;
}

/** Turns a quarter: some go, practices close and open, and others come, so that each list grows at its own rate. */
export function turnQuarter(population: Population, setting: Setting, on: DayNumber, random: Random): void {
  const today = dayText(on);
  setting.practices.forEach((practice, at) => {
    if (practice.closed === dayText(on - 1)) close(population, setting, at, random);
    if (practice.opened === today) open(population, setting, at, random);
  });
  const before = sizes(population, setting);
  leave(population, on, random);
  const after = sizes(population, setting);
  for (const [at, practice] of setting.practices.entries()) {
    const wanted = (before[at] ?? 0) * (1 + practice.growth / 400 + random.normal() * 0.002);
    if (isOpen(practice, today)) welcome(population, practice, at, Math.round(wanted) - (after[at] ?? 0), on, random);
  }
}

function welcome(
  population: Population,
  { profile }: Practice,
  at: number,
  newcomers: number,
  on: DayNumber,
  random: Random,
): void {
  if (population.count + newcomers > population.born.length)
    throw new RangeError("More people came than there is room for");
  const cohorts = cohortsOf(PROFILES[profile].map((part, band) => part * (COMING[band] ?? 0)));
  for (let left = newcomers; left > 0; left -= 1) {
    add(population, at, random.chance(BORN_SHARE) ? undefined : drawn(cohorts, random), on, random);
  }
}

function cohortsOf(profile: readonly number[]): Draw<Cohort> {
  const cohorts = ([1, 2] as const).flatMap((sex) => BAND_STARTS.map((_, band) => ({ band, sex })));
  return draw(cohorts, ({ band, sex }) => ((AGE_SHARES[sex - 1] as ByBand)[band] ?? 0) * (profile[band] ?? 0));
}

/** Adds a person; without a cohort one born in the quarter that ends. */
function add(to: Population, practice: number, cohort: Cohort | undefined, on: DayNumber, random: Random): void {
  const at = to.count;
  to.count += 1;
  to.practice[at] = practice;
  to.home[at] = practice;
  to.frailty[at] = Math.min(random.gamma(0.8), 9);
  to.sex[at] = cohort?.sex ?? (random.chance(0.512) ? 1 : 2);
  to.born[at] = on - 1 - Math.floor((cohort === undefined ? random.next() / 4 : age(cohort.band, random)) * YEAR);
}

function age(band: number, random: Random): number {
  const start = BAND_STARTS[band] ?? 0;
  if (band === 8) return Math.min(start - Math.log(1 - random.next()) * 6.5, 103);
  return start + random.next() * ((BAND_STARTS[band + 1] ?? start) - start);
}

function leave({ count, born, practice }: Population, on: DayNumber, random: Random): void {
  for (let at = 0; at < count; at += 1) {
    if (practice[at] === GONE) continue;
    const years = (on - (born[at] as number)) / YEAR;
    const yearly = years > 102 ? 4 : (LEAVING[bandOf(years)] as number);
    if (random.next() < yearly / 4) practice[at] = GONE;
  }
}

/** All patients of a closed practice go to its successor, or spread over the practices around it. */
function close({ count, practice }: Population, setting: Setting, closed: number, random: Random): void {
  const { successor, locality } = setting.practices[closed] as Practice;
  const heirs = setting.practices.flatMap((other, at) => {
    const inherits = successor === undefined ? other.locality === locality : other.code === successor;
    return inherits && at !== closed && other.opened === undefined && other.closed === undefined ? [at] : [];
  });
  for (let at = 0; at < count; at += 1) {
    if (practice[at] === closed) practice[at] = heirs[random.below(heirs.length)] ?? GONE;
  }
}

/** A new practice begins with some patients of those around it. */
function open({ count, practice }: Population, setting: Setting, opened: number, random: Random): void {
  const { locality } = setting.practices[opened] as Practice;
  const around = new Set(setting.practices.flatMap((other, at) => (other.locality === locality ? [at] : [])));
  for (let at = 0; at < count; at += 1) {
    if (around.has(practice[at] as number) && random.chance(0.045)) practice[at] = opened;
  }
}

function sizes({ count, practice }: Population, setting: Setting): readonly number[] {
  const found = setting.practices.map(() => 0);
  for (let at = 0; at < count; at += 1) {
    const on = practice[at] as number;
    if (on !== GONE) found[on] = (found[on] as number) + 1;
  }
  return found;
}
