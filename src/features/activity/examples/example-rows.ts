import type { Row } from "#platform/engine/index.ts";
import type { AttendanceToPrice } from "../rules/price-attendance.ts";
import type { EmergencyToPrice } from "../rules/price-emergency.ts";
import type { SpellToPrice } from "../rules/price-spell.ts";
import type { attendanceTable, emergencyTable, spellTable } from "../tables.ts";

interface Placed {
  readonly practice?: string;
  readonly month?: string;
  readonly commissioner?: string;
}

const placed = ({ practice = "E82001", month = "2017-04", commissioner = "5QV" }: Placed, at: number) => ({
  commissioner,
  month,
  load: "load-1",
  source_row: at,
  flags: "",
  practice,
  patient: `patient-${at}`,
  age: 40,
  sex: "1",
  area: "E01000001",
});

/** A row of the lake around what the price of a spell depends on. */
export function spellRow(spell: SpellToPrice & Placed, at: number): Row<typeof spellTable.columns> {
  return {
    ...placed(spell, at),
    spell_id: `S${at}`,
    provider: spell.provider,
    admission_method: null,
    admission_kind: spell.admission_kind,
    patient_class: spell.patient_class,
    admitted_on: "2017-04-01",
    discharged_on: "2017-04-30",
    length_of_stay: spell.length_of_stay,
    episodes: 1,
    hrg: spell.hrg,
    treatment_function: "300",
    diagnoses: null,
    procedures: null,
  };
}

/** A row of the lake around what the price of an outpatient attendance depends on. */
export function attendanceRow(attendance: AttendanceToPrice & Placed, at: number): Row<typeof attendanceTable.columns> {
  const { provider, treatment_function, is_first, is_by_telephone, is_multi_professional, was_seen, hrg } = attendance;
  const own = { provider, treatment_function, is_first, is_by_telephone, is_multi_professional, was_seen, hrg };
  return {
    ...placed(attendance, at),
    attendance_id: `A${at}`,
    attended_on: "2017-04-12",
    referral_source: "03",
    ...own,
  };
}

/** A row of the lake around what the price of an accident and emergency attendance depends on. */
export function emergencyRow(attendance: EmergencyToPrice & Placed, at: number): Row<typeof emergencyTable.columns> {
  const { provider, department_type, hrg } = attendance;
  const own = { provider, department_type, hrg };
  return { ...placed(attendance, at), attendance_id: `E${at}`, arrived_on: "2017-04-12", category: "1", ...own };
}
