import { firstDayOf, type Month } from "#kernel/period.ts";
import { type DayNumber, dayNumber, daysOf, dayText, workingDaysOf } from "../../calendar.ts";
import { type Draw, draw, drawn } from "../../draw.ts";
import { CARE } from "../../population/rates.ts";
import type { Random } from "../../random.ts";
import type { Group, Reason } from "./case-mix.ts";
import type { MonthlyTotals } from "./monthly-totals.ts";
import { type MadePerson, peopleOn, pseudonym } from "./people-on-list.ts";
import { chanceOf, hospitalsOf, itemAt, rowsToMake, type Scene, sharedCounts } from "./scene.ts";

export const SPELL_COLUMNS = [
  "spell_id",
  "provider",
  "practice",
  "patient",
  "age",
  "sex",
  "admission_method",
  "patient_class",
  "admitted_on",
  "discharged_on",
  "hrg",
] as const;
export type SpellRow = Readonly<Record<(typeof SPELL_COLUMNS)[number], string | number>>;

const KINDS = ["ordinary", "dayCases", "nonElective"] as const;
type Kind = (typeof KINDS)[number];

const weighted = (...pairs: readonly (readonly [string, number])[]): Draw<string> => {
  const weights = new Map(pairs);
  return draw([...weights.keys()], (key) => weights.get(key) ?? 0);
};
/** Waiting list, booked, planned; A&E, general practitioner, clinic and other ways in an emergency. Shares made up. */
const METHODS = {
  elective: weighted(["11", 62], ["12", 24], ["13", 14]),
  emergency: weighted(["21", 76], ["22", 12], ["24", 5], ["28", 7]),
};
const LONGEST = 180;

/** Makes a month's spells so that each kind has exactly the month's total; months are to be asked for in their order. */
export function spellMaker(scene: Scene): (month: Month, totals: MonthlyTotals) => Generator<SpellRow> {
  const hospitals = hospitalsOf(scene);
  const shared = Object.fromEntries(KINDS.map((kind) => [kind, sharedCounts(scene, kind)])) as Readonly<
    Record<Kind, ReturnType<typeof sharedCounts>>
  >;
  const people = scene.practices.map(({ list }) => ({
    elective: peopleOn(list, CARE.elective.byBand),
    emergency: peopleOn(list, CARE.emergency.byBand),
  }));
  const numbers = scene.practices.map(() => peopleForStays());
  return function* (month, totals) {
    const chance = chanceOf(scene, "spells", month);
    const portions = KINDS.map((kind) => [kind, shared[kind](totals[kind])] as const);
    const days = { elective: workingDaysOf(month), emergency: daysOf(month) };
    const monthBegan = dayNumber(firstDayOf(month));
    let number = 0;
    for (const { at, practice, kind } of rowsToMake(scene, portions)) {
      const way = kind === "nonElective" ? "emergency" : "elective";
      const person = itemAt(people, at)[way](chance);
      const reason = drawn(scene.caseMix[kind][groupOf(person)], chance);
      const discharged = drawnDay(days[way], chance);
      const admitted = discharged - nightsOf(kind, reason, chance);
      const which = itemAt(numbers, at)(person, { admitted, discharged, monthBegan }, chance);
      number += 1;
      yield {
        spell_id: `S${month.replace("-", "")}${String(number).padStart(6, "0")}`,
        provider: drawn(itemAt(hospitals, at), chance),
        practice,
        patient: pseudonym(at, person, which),
        age: person.age,
        sex: person.sex,
        admission_method: drawn(METHODS[way], chance),
        patient_class: kind === "dayCases" ? "2" : "1",
        admitted_on: dayText(admitted),
        discharged_on: dayText(discharged),
        hrg: reason.hrg,
      };
    }
  };
}

/** Somebody's stay, as days. */
interface Stay {
  readonly admitted: DayNumber;
  readonly discharged: DayNumber;
  readonly monthBegan: DayNumber;
}

/** Finds people of an age and sex for stays, month after month: nobody is in two beds at once, nor twice in one month. */
function peopleForStays(): (person: MadePerson, stay: Stay, chance: Random) => number {
  const lastDays = new Map<string, DayNumber>();
  return ({ sex, age, alike }, { admitted, discharged, monthBegan }, chance) => {
    const freeFrom = Math.min(admitted, monthBegan);
    const isFree = (number: number) => (lastDays.get(`${sex}${age}/${number}`) ?? 0) < freeFrom;
    const start = chance.below(alike);
    let tried = 0;
    // Where all on the list of that age have been in hospital, a newcomer is.
    const numberNow = () => (tried < alike ? (start + tried) % alike : tried);
    while (!isFree(numberNow())) tried += 1;
    lastDays.set(`${sex}${age}/${numberNow()}`, discharged);
    return numberNow();
  };
}

function groupOf({ band, sex }: MadePerson): Group {
  if (band < 2) return "child";
  return sex === "1" ? "man" : "woman";
}

function drawnDay(days: readonly DayNumber[], chance: Random): DayNumber {
  return days[chance.below(days.length)] as DayNumber;
}

/** Nights in hospital: none for a day case, few where the country's stay is short, else by the HRG's trim point. */
function nightsOf(kind: Kind, { trimDays, isShort }: Reason, chance: Random): number {
  if (kind === "dayCases") return 0;
  if (isShort) return chance.below(2);
  const least = kind === "ordinary" ? 1 : 2;
  // Trim points lie beyond nearly all stays; a quarter of one is about the mean of an uneven lot.
  const mean = Math.max(0.8, trimDays / 4 - least / 2);
  return Math.min(LONGEST, least + Math.floor(-Math.log(1 - chance.next()) * mean));
}
