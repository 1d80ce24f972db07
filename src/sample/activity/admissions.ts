import type { Month } from "#kernel/period.ts";
import { type DayNumber, daysOf, monthOfDay, workingDaysOf } from "../calendar.ts";
import { type Draw, draw, drawn } from "../draw.ts";
import type { Population } from "../population/population.ts";
import { personAt, type Roll } from "../population/roll.ts";
import type { Random } from "../random.ts";
import { BANDS } from "../setting/bands.ts";
import { ADMISSION_KINDS, type AdmissionKind, type CaseMixEntry } from "../setting/case-mix.ts";
import type { Demand } from "./demand.ts";
import type { Stay } from "./spell.ts";

/** Somebody who is to be admitted on a day; `again` says for what, where it follows from an earlier stay. */
export interface Admission {
  readonly day: DayNumber;
  readonly person: number;
  readonly kind: AdmissionKind;
  readonly again?: CaseMixEntry;
}

/** Admissions that earlier stays will lead to, by month. */
export interface Returns {
  due(month: Month): readonly Admission[];
  /** What a stay that ends on a day may lead to: the frail soon come back, and treatment in courses goes on. */
  follow(stay: Stay, person: number, ends: DayNumber): void;
}

/** Those who are to be admitted in a month, by day, but for who comes back after an earlier stay. */
export function admissionsIn(month: Month, roll: Roll, demand: Demand, random: Random): readonly Admission[] {
  const admissions: Admission[] = [];
  const working = workingDaysOf(month);
  const all = daysOf(month);
  for (const kind of ADMISSION_KINDS) {
    const days = kind === "elective" ? working : all;
    for (let practice = 0; practice + 1 < roll.starts.length; practice += 1) {
      for (let count = demand(kind, practice, month, roll); count > 0; count -= 1) {
        const person = personAt(roll, practice, kind, random);
        admissions.push({ day: days[random.below(days.length)] as DayNumber, person, kind });
      }
    }
  }
  return admissions.sort((a, b) => a.day - b.day);
}

/** What people of each age and sex are admitted for, by kind and month; each made when it is first asked for. */
export function reasons(caseMix: readonly CaseMixEntry[]) {
  const made = new Map<string, Draw<CaseMixEntry>>();
  return (kind: AdmissionKind, month: Month, band: number, sex: number): Draw<CaseMixEntry> => {
    const date = Number(month.slice(5));
    const key = `${kind} ${date} ${BANDS[band]} ${sex}`;
    const reason = made.get(key) ?? draw(caseMix, (entry) => weightOf(entry, kind, date, band, sex));
    made.set(key, reason);
    return reason;
  };
}

const WINTER = [1.6, 1.4, 1.15, 0.9, 0.8, 0.7, 0.65, 0.65, 0.8, 0.95, 1.15, 1.6];

function weightOf(entry: CaseMixEntry, kind: AdmissionKind, date: number, band: number, sex: number): number {
  if (entry.sex !== undefined && entry.sex !== String(sex)) return 0;
  const winter = WINTER[date - 1] ?? 1;
  const season =
    kind === "emergency" && entry.season !== undefined ? (entry.season === "winter" ? winter : 2 - winter) : 1;
  return entry.weights[kind] * (entry.ages[band] ?? 0) * Math.max(season, 0.4);
}

/** Returns that have not come due; a stay is followed with the chances of a made-up county. */
export function returnsOf(population: Population, random: Random): Returns {
  const waiting = new Map<Month, Admission[]>();
  const add = (admission: Admission) => {
    const month = monthOfDay(admission.day);
    waiting.set(month, [...(waiting.get(month) ?? []), admission]);
  };
  return {
    due(month) {
      const now = waiting.get(month) ?? [];
      waiting.delete(month);
      return now.sort((a, b) => a.day - b.day);
    },
    follow({ kind, entry }, person, ends) {
      const frailty = Math.min(population.frailty[person] as number, 4);
      if (kind === "emergency" && random.chance(0.05 * frailty)) {
        const again = random.chance(0.45) ? { again: entry } : {};
        add({ day: ends + 1 + random.below(29), person, kind, ...again });
      }
      // Chemotherapy goes on every three weeks.
      if (entry.hrg === "SB97Z" && random.chance(0.8)) add({ day: ends + 21, person, kind, again: entry });
    },
  };
}

/** Draws what an admission is for; nobody is admitted again for what they cannot have. */
export function reasonFor(
  { kind, again, person, day }: Admission,
  reasonsOf: ReturnType<typeof reasons>,
  { bands }: Roll,
  { sex }: Population,
  random: Random,
): CaseMixEntry {
  return again ?? drawn(reasonsOf(kind, monthOfDay(day), bands[person] as number, sex[person] as number), random);
}
