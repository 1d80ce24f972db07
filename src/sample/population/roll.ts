import type { DayNumber } from "../calendar.ts";
import { placeIn } from "../draw.ts";
import type { Random } from "../random.ts";
import { bandOf } from "../setting/bands.ts";
import type { Population } from "./population.ts";
import { CARE, CARE_KINDS, type CareKind } from "./rates.ts";

/** Who is on which list on the first day of a quarter, with how much care of each kind each is likely to need. */
export interface Roll {
  readonly on: DayNumber;
  /** People, practice by practice. */
  readonly people: Int32Array;
  /** Where each practice's people start; one more than there are practices. */
  readonly starts: Int32Array;
  /** The place of each person's age among the bands. */
  readonly bands: Uint8Array;
  /** Running totals of need along the people, for each kind of care. */
  readonly needs: Readonly<Record<CareKind, Float64Array>>;
}

/** Calls the roll. */
export function callRoll(population: Population, practices: number, on: DayNumber): Roll {
  const starts = startsOf(population, practices);
  const people = inOrder(population, starts);
  const bands = new Uint8Array(population.count);
  for (const person of people) bands[person] = bandOf(ageOn(population, person, on + 45));
  const needs = Object.fromEntries(CARE_KINDS.map((kind) => [kind, needOf(kind, population, people, bands)]));
  return { on, people, starts, bands, needs: needs as Record<CareKind, Float64Array> };
}

/** A person's age in whole years on a day. */
export function ageOn({ born }: Population, person: number, on: DayNumber): number {
  return Math.max(0, Math.floor((on - (born[person] as number)) / 365.25));
}

/** All that the people of a practice need of a kind of care. */
export function needAt({ starts, needs }: Roll, practice: number, kind: CareKind): number {
  const [from, until] = [starts[practice] as number, starts[practice + 1] as number];
  return until === from ? 0 : upTo(needs[kind], until) - upTo(needs[kind], from);
}

/** Draws one of a practice's people, the needier the likelier. */
export function personAt({ starts, needs, people }: Roll, practice: number, kind: CareKind, random: Random): number {
  const [from, until] = [starts[practice] as number, starts[practice + 1] as number];
  const floor = upTo(needs[kind], from);
  const target = floor + random.next() * (upTo(needs[kind], until) - floor);
  return people[placeIn(needs[kind], from, until, target)] as number;
}

function upTo(cumulative: Float64Array, place: number): number {
  return place === 0 ? 0 : (cumulative[place - 1] as number);
}

function startsOf({ count, practice }: Population, practices: number): Int32Array {
  const starts = new Int32Array(practices + 1);
  for (let person = 0; person < count; person += 1) {
    const at = practice[person] as number;
    if (at >= 0) starts[at + 1] = (starts[at + 1] as number) + 1;
  }
  for (let at = 1; at <= practices; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  return starts;
}

function inOrder({ count, practice }: Population, starts: Int32Array): Int32Array {
  const next = Int32Array.from(starts);
  const people = new Int32Array(starts.at(-1) ?? 0);
  for (let person = 0; person < count; person += 1) {
    const at = practice[person] as number;
    if (at < 0) continue;
    people[next[at] as number] = person;
    next[at] = (next[at] as number) + 1;
  }
  return people;
}

function needOf(kind: CareKind, { sex, frailty }: Population, people: Int32Array, bands: Uint8Array): Float64Array {
  const { byBand, frailty: power } = CARE[kind];
  const cumulative = new Float64Array(people.length);
  let sum = 0;
  people.forEach((person, place) => {
    const isBearer = kind !== "maternity" || sex[person] === 2;
    if (isBearer) sum += (byBand[bands[person] as number] as number) * (frailty[person] as number) ** power;
    cumulative[place] = sum;
  });
  return cumulative;
}
