import type { Month } from "#kernel/period.ts";
import { type DayNumber, dayText, workingDaysOf } from "../calendar.ts";
import { type Draw, draw, drawn } from "../draw.ts";
import type { Roll } from "../population/roll.ts";
import { type Random, random } from "../random.ts";
import type { Clinic } from "../setting/clinics.ts";
import type { Scene } from "./spells.ts";

export const REFERRAL_COLUMNS = [
  "referral_id",
  "practice",
  "received_on",
  "provider",
  "treatment_function",
  "source",
  "priority",
] as const;

export type ReferralRow = Readonly<Record<(typeof REFERRAL_COLUMNS)[number], string>>;

/** Referrals for each outpatient appointment: most appointments follow another, and some who are referred never come. */
const PER_APPOINTMENT = 0.26;

/** Makes referrals month by month, as a referral system would hold them: without the patient. */
export function referralMaker(
  scene: Scene,
  clinics: readonly Clinic[],
): (month: Month, roll: Roll) => Generator<ReferralRow> {
  const chance = random(scene.seed, "referrals");
  const everyClinic = draw(clinics, ({ weight }) => weight);
  let number = 0;
  return function* (month, roll) {
    const days = workingDaysOf(month);
    for (let practice = 0; practice < scene.setting.practices.length; practice += 1) {
      const appointments = scene.demand("outpatient", practice, month, roll);
      for (let count = chance.poisson(appointments * PER_APPOINTMENT); count > 0; count -= 1) {
        const clinic = drawn(everyClinic, chance);
        number += 1;
        yield {
          referral_id: `R${String(number).padStart(8, "0")}`,
          practice: scene.setting.practices[practice]?.code ?? "",
          received_on: dayText(days[chance.below(days.length)] as DayNumber),
          provider: drawn(scene.hospitals.clinic[practice] as Draw<string>, chance),
          treatment_function: clinic.treatmentFunction,
          source: chance.chance(clinic.gpShare) ? "03" : "05",
          priority: priority(chance),
        };
      }
    }
  };
}

/** 1 routine, 2 urgent, 3 within two weeks. */
function priority(chance: Random): string {
  const at = chance.next();
  return at < 0.8 ? "1" : at < 0.92 ? "2" : "3";
}
