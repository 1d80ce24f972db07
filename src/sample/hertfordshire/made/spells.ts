import type { Month } from "#kernel/period.ts";
import { type DayNumber, daysOf, dayText, workingDaysOf } from "../../calendar.ts";
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

/** Makes a month's spells so that each kind has exactly the month's total. Nobody is twice in one month's file. */
export function spellMaker(scene: Scene): (month: Month, totals: MonthlyTotals) => Generator<SpellRow> {
  const hospitals = hospitalsOf(scene);
  const shared = Object.fromEntries(KINDS.map((kind) => [kind, sharedCounts(scene, kind)])) as Readonly<
    Record<Kind, ReturnType<typeof sharedCounts>>
  >;
  const people = scene.practices.map(({ list }) => ({
    elective: peopleOn(list, CARE.elective.byBand),
    emergency: peopleOn(list, CARE.emergency.byBand),
  }));
  return function* (month, totals) {
    const chance = chanceOf(scene, "spells", month);
    const portions = KINDS.map((kind) => [kind, shared[kind](totals[kind])] as const);
    const days = { elective: workingDaysOf(month), emergency: daysOf(month) };
    const numbers = scene.practices.map((_, at) => onceEach(at, month));
    let number = 0;
    for (const { at, practice, kind } of rowsToMake(scene, portions)) {
      const way = kind === "nonElective" ? "emergency" : "elective";
      const person = itemAt(people, at)[way](chance);
      const reason = drawn(scene.caseMix[kind][groupOf(person)], chance);
      const discharged = drawnDay(days[way], chance);
      number += 1;
      yield {
        spell_id: `S${month.replace("-", "")}${String(number).padStart(6, "0")}`,
        provider: drawn(itemAt(hospitals, at), chance),
        practice,
        patient: pseudonym(at, person, itemAt(numbers, at)(person)),
        age: person.age,
        sex: person.sex,
        admission_method: drawn(METHODS[way], chance),
        patient_class: kind === "dayCases" ? "2" : "1",
        admitted_on: dayText(discharged - nightsOf(kind, reason, chance)),
        discharged_on: dayText(discharged),
        hrg: reason.hrg,
      };
    }
  };
}

/** Numbers those of one age and sex as they come up in a month, beginning elsewhere each month. */
function onceEach(practice: number, month: Month): (person: MadePerson) => number {
  const seen = new Map<string, number>();
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return ({ sex, age, alike }) => {
    const key = `${sex}${age}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    const start = (practice * 5 + age * 3 + months * 7) % 9;
    // More may come up than the list has of that age; they are taken for newcomers rather than for one in two beds.
    return before < alike ? (before + start) % alike : before;
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
