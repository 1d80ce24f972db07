import { type DayNumber, dayText } from "../calendar.ts";
import { type Draw, draw, drawn } from "../draw.ts";
import type { Random } from "../random.ts";
import type { AdmissionKind, CaseMixEntry } from "../setting/case-mix.ts";
import type { Identity } from "./patient.ts";

export const SPELL_COLUMNS = [
  "spell_id",
  "provider",
  "practice",
  "nhs_number",
  "date_of_birth",
  "postcode",
  "sex",
  "admission_method",
  "patient_class",
  "admitted_on",
  "discharged_on",
  "hrg",
  "treatment_function",
  "diagnoses",
  "procedures",
] as const;

/** A spell as its file has it. */
export type SpellRow = Readonly<Record<(typeof SPELL_COLUMNS)[number], string>>;

/** A stay in hospital before it is written down. */
export interface Stay {
  readonly kind: AdmissionKind;
  readonly entry: CaseMixEntry;
  readonly isDayCase: boolean;
  readonly days: number;
}

const METHODS: Readonly<Record<AdmissionKind, Draw<string>>> = {
  emergency: weighted({ "21": 63, "22": 24, "23": 4, "24": 5, "28": 3, "81": 1 }),
  elective: weighted({ "11": 42, "12": 43, "13": 15 }),
  maternity: weighted({ "31": 90, "32": 10 }),
};

/** Conditions people have besides what they came in for; more of them with age. */
const OTHER_CONDITIONS = weighted({
  I10X: 20,
  E119: 9,
  I48X: 7,
  J449: 6,
  I259: 8,
  F03X: 4,
  N390: 4,
  E780: 5,
  Z867: 5,
  N189: 3,
});

/** How long somebody stays for an entry of the case mix, and whether they go home the same day as planned. */
export function stayFor(kind: AdmissionKind, entry: CaseMixEntry, random: Random): Stay {
  const isDayCase = kind === "elective" && random.chance(entry.dayShare);
  return { kind, entry, isDayCase, days: isDayCase ? 0 : Math.min(nights(kind, entry, random), 200) };
}

function nights(kind: AdmissionKind, { stay, electiveStay }: CaseMixEntry, random: Random): number {
  if (kind === "elective") return Math.max(1, Math.round(random.gamma(2.2) * Math.max(electiveStay, 1)));
  return Math.floor(random.gamma(kind === "maternity" ? 2 : 1.1) * stay + 0.35);
}

/** A spell written down. */
export function spellRow(
  { kind, entry, isDayCase }: Stay,
  at: { readonly id: string; readonly provider: string; readonly practice: string },
  dates: { readonly admitted: DayNumber; readonly discharged: DayNumber },
  patient: { readonly identity: Identity; readonly age: number },
  random: Random,
): SpellRow {
  return {
    spell_id: at.id,
    provider: at.provider,
    practice: at.practice,
    ...patient.identity,
    admission_method: drawn(METHODS[kind], random),
    patient_class: isDayCase ? "2" : "1",
    admitted_on: dayText(dates.admitted),
    discharged_on: dayText(dates.discharged),
    hrg: entry.hrg,
    treatment_function: entry.treatmentFunction,
    diagnoses: diagnosesOf(entry, patient.age, random),
    procedures: entry.procedures === undefined ? "" : drawn(entry.procedures, random),
  };
}

function diagnosesOf({ diagnoses }: CaseMixEntry, age: number, random: Random): string {
  const primary = drawn(diagnoses, random);
  const others = new Set<string>();
  for (let more = Math.min(random.poisson(age / 45), 5); more > 0; more -= 1)
    others.add(drawn(OTHER_CONDITIONS, random));
  others.delete(primary);
  return [primary, ...others].join(" ");
}

function weighted(weights: Readonly<Record<string, number>>): Draw<string> {
  return draw(Object.keys(weights), (value) => weights[value] ?? 0);
}
