import type { Month } from "#kernel/period.ts";
import { type DayNumber, dayText, workingDaysOf } from "../calendar.ts";
import { type Draw, draw, drawn } from "../draw.ts";
import { personAt, type Roll } from "../population/roll.ts";
import { type Random, random } from "../random.ts";
import { BANDS } from "../setting/bands.ts";
import type { Clinic } from "../setting/clinics.ts";
import type { Scene } from "./spells.ts";

export const ATTENDANCE_COLUMNS = [
  "attendance_id",
  "provider",
  "practice",
  "nhs_number",
  "date_of_birth",
  "postcode",
  "sex",
  "attended_on",
  "treatment_function",
  "first_attendance",
  "professionals",
  "attended",
  "referral_source",
  "hrg",
] as const;

/** An outpatient appointment as its file has it. */
export type AttendanceRow = Readonly<Record<(typeof ATTENDANCE_COLUMNS)[number], string>>;

/** Seen, seen late, did not come, put off by the patient, put off by the hospital, too late to be seen. */
const ATTENDED = draw(
  [
    ["5", 86],
    ["6", 2],
    ["3", 7.5],
    ["2", 2],
    ["4", 2],
    ["7", 0.5],
  ] as const,
  ([, weight]) => weight,
);
/** Who sent those whom no general practitioner sent: another consultant, A&E, an emergency admission, themselves. */
const OTHER_SOURCES = draw(
  [
    ["05", 55],
    ["04", 22],
    ["01", 17],
    ["06", 6],
  ] as const,
  ([, weight]) => weight,
);
const BY_TELEPHONE = 0.012;

/** Makes outpatient appointments month by month. */
export function attendanceMaker(
  scene: Scene,
  clinics: readonly Clinic[],
): (month: Month, roll: Roll) => Generator<AttendanceRow> {
  const chance = random(scene.seed, "attendances");
  const clinicsFor = clinicDraws(clinics);
  // Some practices' patients are asked back more often than others'.
  const habits = scene.setting.practices.map(() => Math.exp(chance.normal() * 0.12));
  let number = 0;
  return function* (month, roll) {
    const days = workingDaysOf(month);
    for (let practice = 0; practice < habits.length; practice += 1) {
      for (let count = scene.demand("outpatient", practice, month, roll); count > 0; count -= 1) {
        const person = personAt(roll, practice, "outpatient", chance);
        const clinic = drawn(clinicsFor(roll.bands[person] as number, scene.population.sex[person] as number), chance);
        number += 1;
        yield {
          attendance_id: `O${String(number).padStart(8, "0")}`,
          provider: drawn(scene.hospitals.clinic[practice] as Draw<string>, chance),
          practice: scene.setting.practices[practice]?.code ?? "",
          ...scene.identify(person),
          attended_on: dayText(days[chance.below(days.length)] as DayNumber),
          ...visit(clinic, habits[practice] ?? 1, chance),
        };
      }
    }
  };
}

/** What an appointment in a clinic was like; practices whose habit is above one are asked back more often. */
export function visit(clinic: Clinic, habit: number, chance: Random) {
  const isFirst = chance.chance(1 / (1 + clinic.followUps * habit));
  const byTelephone = chance.chance(BY_TELEPHONE);
  return {
    treatment_function: clinic.treatmentFunction,
    first_attendance: isFirst ? (byTelephone ? "3" : "1") : byTelephone ? "4" : "2",
    professionals: chance.chance(clinic.multiShare) ? "multi" : "single",
    attended: drawn(ATTENDED, chance)[0],
    referral_source: chance.chance(clinic.gpShare) ? "03" : drawn(OTHER_SOURCES, chance)[0],
    hrg: chance.chance(clinic.procedureShare) ? clinic.procedureHrg : "",
  };
}

/** Which clinics people of each age band and sex go to. */
export function clinicDraws(clinics: readonly Clinic[]): (band: number, sex: number) => Draw<Clinic> {
  const made = BANDS.map((_, band) =>
    [1, 2].map((sex) =>
      draw(clinics, (clinic) => {
        const isFor = clinic.sex === undefined || clinic.sex === String(sex);
        return isFor ? clinic.weight * (1 + clinic.followUps) * (clinic.ages[band] ?? 0) : 0;
      }),
    ),
  );
  return (band, sex) => made[band]?.[sex - 1] as Draw<Clinic>;
}
