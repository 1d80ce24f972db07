import type { Month } from "#kernel/period.ts";
import { type DayNumber, dayText, workingDaysOf } from "../../calendar.ts";
import { type Draw, draw, drawn } from "../../draw.ts";
import { CARE } from "../../population/rates.ts";
import { BANDS } from "../../setting/bands.ts";
import { type Clinic, clinics } from "../../setting/clinics.ts";
import type { MonthlyTotals } from "./monthly-totals.ts";
import { type MadePerson, peopleOn, pseudonym } from "./people-on-list.ts";
import { chanceOf, hospitalsOf, itemAt, rowsToMake, type Scene, sharedCounts } from "./scene.ts";

export const ATTENDANCE_COLUMNS = [
  "attendance_id",
  "provider",
  "practice",
  "patient",
  "age",
  "sex",
  "attended_on",
  "treatment_function",
  "first_attendance",
  "professionals",
  "attended",
  "referral_source",
] as const;
export type AttendanceRow = Readonly<Record<(typeof ATTENDANCE_COLUMNS)[number], string | number>>;

/** Follow-ups for each first attendance. Stated in hertfordshire-2013 ¶care-5. */
export const FOLLOW_UPS = 2.05;

/** Maternity, physiotherapy and imaging: no part of general and acute first attendances. */
const NOT_COUNTED = ["501", "650", "812"];

type ClinicsFor = (person: MadePerson) => Draw<Clinic>;

/** Makes a month's outpatient attendances: first ones exactly to the month's total, follow-ups in their ratio to it. */
export function attendanceMaker(scene: Scene): (month: Month, totals: MonthlyTotals) => Generator<AttendanceRow> {
  const hospitals = hospitalsOf(scene);
  const people = scene.practices.map(({ list }) => peopleOn(list, CARE.outpatient.byBand));
  const [first, next] = [sharedCounts(scene, "first attendances"), sharedCounts(scene, "follow-ups")];
  const clinicsFor = { "1": clinicDraws(() => 1), "2": clinicDraws(({ followUps }) => followUps) };
  return function* (month, { firstAttendances }) {
    const chance = chanceOf(scene, "attendances", month);
    const days = workingDaysOf(month);
    const portions = [
      ["1", first(firstAttendances)],
      ["2", next(Math.round(firstAttendances * FOLLOW_UPS))],
    ] as const;
    let number = 0;
    for (const { at, practice, kind: first_attendance } of rowsToMake(scene, portions)) {
      const person = itemAt(people, at)(chance);
      const clinic = drawn(clinicsFor[first_attendance](person), chance);
      number += 1;
      yield {
        attendance_id: `O${month.replace("-", "")}${String(number).padStart(6, "0")}`,
        provider: drawn(itemAt(hospitals, at), chance),
        practice,
        patient: pseudonym(at, person, chance.below(person.alike)),
        age: person.age,
        sex: person.sex,
        attended_on: dayText(days[chance.below(days.length)] as DayNumber),
        treatment_function: clinic.treatmentFunction,
        first_attendance,
        professionals: chance.chance(clinic.multiShare) ? "multi" : "single",
        attended: "5",
        referral_source: chance.chance(clinic.gpShare) ? "03" : "05",
      };
    }
  };
}

/** Which clinics people of an age and sex go to; more often those that a kind of attendance is more frequent in. */
function clinicDraws(frequency: (clinic: Clinic) => number): ClinicsFor {
  const counted = clinics().filter(({ treatmentFunction }) => !NOT_COUNTED.includes(treatmentFunction));
  const made = BANDS.map((_, band) =>
    (["1", "2"] as const).map((own) =>
      draw(counted, (clinic) => {
        const isFor = clinic.sex === undefined || clinic.sex === own;
        return isFor ? clinic.weight * frequency(clinic) * (clinic.ages[band] ?? 0) : 0;
      }),
    ),
  );
  return ({ band, sex }) => made[band]?.[Number(sex) - 1] as Draw<Clinic>;
}
