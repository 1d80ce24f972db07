import type { Month } from "#kernel/period.ts";
import { type DayNumber, dayNumber, monthOfDay } from "../calendar.ts";
import { drawn } from "../draw.ts";
import type { Population } from "../population/population.ts";
import { ageOn, type Roll } from "../population/roll.ts";
import { random } from "../random.ts";
import type { CaseMixEntry } from "../setting/case-mix.ts";
import type { Setting } from "../setting/fenmere.ts";
import type { Hospitals } from "../setting/hospitals.ts";
import { type Admission, admissionsIn, reasonFor, reasons, returnsOf } from "./admissions.ts";
import type { Demand } from "./demand.ts";
import type { Identify } from "./patient.ts";
import { type SpellRow, type Stay, spellRow, stayFor } from "./spell.ts";

/** An admission through A&E, so that the same person is found there on the day. */
export interface Arrival {
  readonly day: DayNumber;
  readonly person: number;
  readonly practice: number;
  readonly provider: string;
}

/** Spells of a month, and the arrivals at A&E that led to the month's admissions. */
export interface MonthOfSpells {
  /** Those that ended in the month. */
  readonly ended: readonly SpellRow[];
  readonly arrivals: readonly Arrival[];
}

export interface Scene {
  readonly setting: Setting;
  readonly seed: number;
  readonly population: Population;
  readonly hospitals: Hospitals;
  readonly caseMix: readonly CaseMixEntry[];
  readonly demand: Demand;
  readonly identify: Identify;
}

/** Makes spells month by month, in order: nobody is in two beds at once, and who is still in a bed is told later. */
export function spellMaker(scene: Scene): (month: Month, roll: Roll) => MonthOfSpells {
  const chance = random(scene.seed, "spells");
  const reasonsOf = reasons(scene.caseMix);
  const returns = returnsOf(scene.population, chance);
  const freeFrom = new Int32Array(scene.population.born.length).fill(-1_000_000);
  const ending = new Map<Month, SpellRow[]>();
  let number = 0;

  const admit = (admission: Admission, roll: Roll, arrivals: Arrival[]) => {
    const { person, day } = admission;
    const practice = scene.population.practice[person] as number;
    if (practice < 0 || day < (freeFrom[person] as number)) return;
    const entry = reasonFor(admission, reasonsOf, roll, scene.population, chance);
    const stay = stayFor(admission.kind, entry, chance);
    const discharged = Math.min(day + stay.days, lastDayAt(scene.setting, practice));
    number += 1;
    const id = `S${String(number).padStart(8, "0")}`;
    const provider = drawn(placeFor(stay, scene.hospitals)[practice] ?? NOWHERE, chance);
    const patient = { identity: scene.identify(person), age: ageOn(scene.population, person, day) };
    const at = { id, provider, practice: scene.setting.practices[practice]?.code ?? "" };
    const row = spellRow(stay, at, { admitted: day, discharged }, patient, chance);
    const month = monthOfDay(discharged);
    const together = ending.get(month);
    if (together === undefined) ending.set(month, [row]);
    else together.push(row);
    freeFrom[person] = discharged + 1;
    returns.follow(stay, person, discharged);
    if (row.admission_method === "21" && chance.chance(0.9)) arrivals.push({ day, person, practice, provider });
  };

  return (month, roll) => {
    const arrivals: Arrival[] = [];
    // Some come back within the month, and some of those again, until nobody is left.
    let waiting = admissionsIn(month, roll, scene.demand, chance);
    for (; waiting.length > 0; waiting = returns.due(month)) {
      for (const admission of waiting) admit(admission, roll, arrivals);
    }
    const ended = ending.get(month) ?? [];
    ending.delete(month);
    return { ended, arrivals };
  };
}

const NOWHERE = { values: [""], cumulative: Float64Array.of(1) };

function placeFor({ kind }: Stay, hospitals: Hospitals) {
  return kind === "elective" ? hospitals.planned : hospitals.emergency;
}

/** Nobody is discharged to a practice that has closed: who would be, goes home on its last day. */
function lastDayAt({ practices }: Setting, practice: number): DayNumber {
  const closed = practices[practice]?.closed;
  return closed === undefined ? Number.POSITIVE_INFINITY : dayNumber(closed);
}
