import type { Month } from "#kernel/period.ts";
import { type DayNumber, daysOf, dayText } from "../calendar.ts";
import { type Draw, draw, drawn } from "../draw.ts";
import { personAt, type Roll } from "../population/roll.ts";
import { random } from "../random.ts";
import type { EmergencyGroup } from "../setting/clinics.ts";
import type { Arrival, Scene } from "./spells.ts";

export const EMERGENCY_COLUMNS = [
  "attendance_id",
  "provider",
  "practice",
  "nhs_number",
  "date_of_birth",
  "postcode",
  "sex",
  "arrived_on",
  "department_type",
  "category",
  "hrg",
] as const;

/** An A&E attendance as its file has it. */
export type EmergencyRow = Readonly<Record<(typeof EMERGENCY_COLUMNS)[number], string>>;

const MINOR_SHARE = 0.16;
const WALK_IN_SHARE = 0.03;
const SPECIALTY_SHARE = 0.02;

/** Makes A&E attendances month by month: first those who were admitted from there, then all others. */
export function emergencyMaker(
  scene: Scene,
  groups: readonly EmergencyGroup[],
): (month: Month, roll: Roll, arrivals: readonly Arrival[]) => Generator<EmergencyRow> {
  const chance = random(scene.seed, "emergencies");
  const forAdmitted = draw(groups, ({ admittedWeight }) => admittedWeight);
  const forMajor = draw(groups, ({ weight }) => weight);
  const forMinor = draw(groups, ({ minorWeight }) => minorWeight);
  let number = 0;

  const row = ({ day, person, practice, provider }: Arrival, type: string, group: EmergencyGroup): EmergencyRow => {
    number += 1;
    return {
      attendance_id: `E${String(number).padStart(8, "0")}`,
      provider,
      practice: scene.setting.practices[practice]?.code ?? "",
      ...scene.identify(person),
      arrived_on: dayText(day),
      department_type: type,
      category: chance.chance(0.94) ? "1" : chance.chance(0.4) ? "2" : "3",
      hrg: group.hrg,
    };
  };

  const other = (practice: number, roll: Roll, days: readonly DayNumber[]): EmergencyRow => {
    const person = personAt(roll, practice, "accident", chance);
    const day = days[chance.below(days.length)] as DayNumber;
    const isMinor = chance.chance(MINOR_SHARE + WALK_IN_SHARE);
    const { emergency, minor } = scene.hospitals;
    const provider = drawn((isMinor ? minor : emergency)[practice] as Draw<string>, chance);
    const type = isMinor ? (chance.chance(WALK_IN_SHARE / (MINOR_SHARE + WALK_IN_SHARE)) ? "4" : "3") : major();
    return row({ day, person, practice, provider }, type, drawn(isMinor ? forMinor : forMajor, chance));
  };
  const major = () => (chance.chance(SPECIALTY_SHARE) ? "2" : "1");

  return function* (month, roll, arrivals) {
    for (const arrival of arrivals) yield row(arrival, "1", drawn(forAdmitted, chance));
    const days = daysOf(month);
    for (let practice = 0; practice < scene.setting.practices.length; practice += 1) {
      for (let count = scene.demand("accident", practice, month, roll); count > 0; count -= 1) {
        yield other(practice, roll, days);
      }
    }
  };
}
