import type { Month } from "#kernel/period.ts";
import { type DayNumber, daysOf, dayText } from "../../calendar.ts";
import { drawn } from "../../draw.ts";
import { CARE } from "../../population/rates.ts";
import type { MonthlyTotals } from "./monthly-totals.ts";
import { peopleOn, pseudonym } from "./people-on-list.ts";
import { chanceOf, hospitalsOf, itemAt, rowsToMake, type Scene, sharedCounts } from "./scene.ts";

export const EMERGENCY_COLUMNS = [
  "attendance_id",
  "provider",
  "practice",
  "patient",
  "age",
  "sex",
  "arrived_on",
  "department_type",
  "category",
  "hrg",
] as const;
export type EmergencyRow = Readonly<Record<(typeof EMERGENCY_COLUMNS)[number], string | number>>;

/** A&E attendances for each non-elective admission, and how many of them at minor injury units. Stated in hertfordshire-2013 ¶care-6. */
export const ATTENDANCES_AN_ADMISSION = 3.5;
const MINOR_SHARE = 0.18;

/** Makes a month's A&E attendances, in their ratio to the month's non-elective admissions. */
export function emergencyMaker(scene: Scene): (month: Month, totals: MonthlyTotals) => Generator<EmergencyRow> {
  const hospitals = hospitalsOf(scene);
  const people = scene.practices.map(({ list }) => peopleOn(list, CARE.accident.byBand));
  const shared = sharedCounts(scene, "A&E attendances");
  return function* (month, { nonElective }) {
    const chance = chanceOf(scene, "A&E attendances", month);
    const days = daysOf(month);
    const portion = shared(Math.round(nonElective * ATTENDANCES_AN_ADMISSION));
    let number = 0;
    for (const { at, practice } of rowsToMake(scene, [["attendance", portion]])) {
      const person = itemAt(people, at)(chance);
      number += 1;
      yield {
        attendance_id: `E${month.replace("-", "")}${String(number).padStart(6, "0")}`,
        provider: drawn(itemAt(hospitals, at), chance),
        practice,
        patient: pseudonym(at, person, chance.below(person.alike)),
        age: person.age,
        sex: person.sex,
        arrived_on: dayText(days[chance.below(days.length)] as DayNumber),
        department_type: chance.chance(MINOR_SHARE) ? "3" : "1",
        category: "1",
        hrg: drawn(scene.caseMix.emergency, chance),
      };
    }
  };
}
