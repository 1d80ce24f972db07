import type { Month } from "#kernel/period.ts";
import type { Row } from "#platform/engine/index.ts";
import { reasons } from "../activity/admissions.ts";
import { clinicDraws, visit } from "../activity/attendances.ts";
import { shareOfYear } from "../activity/demand.ts";
import { spellRow, stayFor } from "../activity/spell.ts";
import { type Draw, draw, drawn } from "../draw.ts";
import { AGE_SHARES, CARE, type CareKind } from "../population/rates.ts";
import { type Random, random } from "../random.ts";
import { BAND_STARTS } from "../setting/bands.ts";
import { ADMISSION_KINDS, caseMix } from "../setting/case-mix.ts";
import { clinics, emergencyGroups } from "../setting/clinics.ts";
import type { attendanceTemplateTable, emergencyTemplateTable, spellTemplateTable } from "./tables.ts";

export type SpellTemplate = Row<(typeof spellTemplateTable)["columns"]>;
export type AttendanceTemplate = Row<(typeof attendanceTemplateTable)["columns"]>;
export type EmergencyTemplate = Row<(typeof emergencyTemplateTable)["columns"]>;

const NEAR_SHARE = 0.85;
const NOBODY = { nhs_number: "", date_of_birth: "", postcode: "", sex: "" };
const KINDS_OF_METHOD: Readonly<Record<string, string>> = {
  1: "elective",
  2: "emergency",
  3: "maternity",
  8: "transfer",
};

/** Spells of a month as the county's are made: the mix of kinds and reasons follows the season. */
export function spellTemplates(month: Month, count: number, seed: number): readonly SpellTemplate[] {
  const chance = random(seed, `spell templates ${month}`);
  const reasonsOf = reasons(caseMix());
  const kinds = draw(ADMISSION_KINDS, (kind) => CARE[kind].perThousand * shareOfYear(kind, month));
  const people = new Map(ADMISSION_KINDS.map((kind) => [kind, peopleFor(kind)]));
  return Array.from({ length: count }, (_, template) => {
    const kind = drawn(kinds, chance);
    const person = drawn(people.get(kind) as Draw<Cohort>, chance);
    const stay = stayFor(kind, drawn(reasonsOf(kind, month, person.band, person.sex), chance), chance);
    const age = ageIn(person, chance);
    const nowhere = { id: "", provider: "", practice: "" };
    const row = spellRow(stay, nowhere, { admitted: 0, discharged: 0 }, { identity: NOBODY, age }, chance);
    return {
      template,
      age,
      sex: String(person.sex),
      is_near: chance.chance(NEAR_SHARE),
      admission_method: row.admission_method,
      admission_kind: KINDS_OF_METHOD[row.admission_method[0] ?? ""] ?? "other",
      patient_class: row.patient_class,
      length_of_stay: stay.days,
      hrg: row.hrg,
      treatment_function: row.treatment_function,
      diagnoses: row.diagnoses,
      procedures: row.procedures === "" ? null : row.procedures,
    };
  });
}

export function attendanceTemplates(count: number, seed: number): readonly AttendanceTemplate[] {
  const chance = random(seed, "attendance templates");
  const clinicsFor = clinicDraws(clinics());
  const people = peopleFor("outpatient");
  return Array.from({ length: count }, (_, template) => {
    const person = drawn(people, chance);
    const own = visit(drawn(clinicsFor(person.band, person.sex), chance), 1, chance);
    return {
      template,
      age: ageIn(person, chance),
      sex: String(person.sex),
      is_near: chance.chance(NEAR_SHARE),
      treatment_function: own.treatment_function,
      is_first: own.first_attendance === "1" || own.first_attendance === "3",
      is_by_telephone: own.first_attendance === "3" || own.first_attendance === "4",
      is_multi_professional: own.professionals === "multi",
      was_seen: own.attended === "5" || own.attended === "6",
      referral_source: own.referral_source,
      hrg: own.hrg === "" ? null : own.hrg,
    };
  });
}

export function emergencyTemplates(count: number, seed: number): readonly EmergencyTemplate[] {
  const chance = random(seed, "emergency templates");
  const groups = emergencyGroups();
  const [major, minor] = [draw(groups, ({ weight }) => weight), draw(groups, ({ minorWeight }) => minorWeight)];
  const people = peopleFor("accident");
  return Array.from({ length: count }, (_, template) => {
    const isMinor = chance.chance(0.16);
    const person = drawn(people, chance);
    return {
      template,
      age: ageIn(person, chance),
      sex: String(person.sex),
      is_near: chance.chance(NEAR_SHARE),
      department_type: isMinor ? "3" : chance.chance(0.03) ? "4" : "1",
      category: chance.chance(0.94) ? "1" : "3",
      hrg: drawn(isMinor ? minor : major, chance).hrg,
    };
  });
}

interface Cohort {
  readonly band: number;
  readonly sex: 1 | 2;
}

/** Who needs a kind of care, by age and sex. */
function peopleFor(kind: CareKind): Draw<Cohort> {
  const cohorts = ([1, 2] as const).flatMap((sex) => BAND_STARTS.map((_, band) => ({ band, sex })));
  return draw(cohorts, ({ band, sex }) => {
    const isBearer = kind !== "maternity" || sex === 2;
    return isBearer ? (AGE_SHARES[sex - 1]?.[band] ?? 0) * (CARE[kind].byBand[band] ?? 0) : 0;
  });
}

function ageIn({ band }: Cohort, chance: Random): number {
  const start = BAND_STARTS[band] ?? 0;
  return start + chance.below((BAND_STARTS[band + 1] ?? 95) - start);
}
