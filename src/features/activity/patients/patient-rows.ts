import {
  type Beneath,
  type Columns,
  day,
  modelOver,
  optional,
  type Reads,
  type Row,
  text,
  whole,
} from "#platform/engine/index.ts";
import { pricedInputs } from "../drill/drill-down.ts";
import {
  pointOfDeliveryColumn,
  pricedAttendances,
  pricedEmergency,
  pricedSpells,
  priceStatusColumn,
} from "../pricing/priced.ts";
import { type ActivityAsked, drillRequest } from "../reading/activity-behind.ts";
import type { PointOfDelivery } from "../rules/point-of-delivery.ts";
import { attendanceTable, emergencyTable, spellTable } from "../tables.ts";
import type { ActivityWiring } from "../wiring.ts";

type Care = typeof spellTable | typeof attendanceTable | typeof emergencyTable;

function ofPatient<R extends Reads, T extends Columns, C extends Care>(priced: Beneath<R, T>["model"], care: C) {
  return modelOver({ name: "priced", model: priced }, new URL("patient-rows.sql", import.meta.url), {
    reads: { care },
    takes: { patient: text, practice: text, first_month: text, last_month: text },
    gives: {
      row_id: text,
      month: text,
      happened_on: day,
      provider: text,
      point_of_delivery: pointOfDeliveryColumn,
      currency: optional(text),
      currency_name: optional(text),
      status: priceStatusColumn,
      load: text,
      source_row: whole,
      pence: whole,
    },
  });
}

export const patientSpells = ofPatient(pricedSpells, spellTable);
export const patientAttendances = ofPatient(pricedAttendances, attendanceTable);
export const patientEmergency = ofPatient(pricedEmergency, emergencyTable);

/** A row of a patient's care; nothing in it says whose it is. */
export type PatientRow = Row<typeof patientSpells.columns>;

/** Whose rows: a pseudonym, among one practice's rows of a snapshot. */
export interface PatientAsked extends Omit<ActivityAsked, "pointOfDelivery"> {
  readonly patient: string;
}

/** One patient's rows among one practice's, of every kind of care, by day. */
export async function readPatientRows(
  reads: Pick<ActivityWiring, "engine" | "lake" | "rulebook">,
  { patient, ...asked }: PatientAsked,
): Promise<readonly PatientRow[]> {
  const { engine } = reads;
  const inputs = (pointOfDelivery: PointOfDelivery) => {
    const request = drillRequest(reads, { ...asked, pointOfDelivery });
    const { practice, firstMonth, lastMonth, files: care, timeLimit } = request;
    const about = { practice, patient, first_month: firstMonth, last_month: lastMonth };
    return { ...pricedInputs(request), care, about, timeLimit };
  };
  const [stays, visits, arrivals] = [inputs("emergency"), inputs("outpatient-first"), inputs("a-and-e-1-2")];
  const found = await Promise.all([
    engine.query(patientSpells, {
      files: { ...stays.files.spells, care: stays.care },
      values: { ...stays.values.spells, ...stays.about },
      timeLimit: stays.timeLimit,
    }),
    engine.query(patientAttendances, {
      files: { ...visits.files.attendances, care: visits.care },
      values: { ...visits.values.attendances, ...visits.about },
      timeLimit: visits.timeLimit,
    }),
    engine.query(patientEmergency, {
      files: { ...arrivals.files.emergency, care: arrivals.care },
      values: { ...arrivals.values.emergency, ...arrivals.about },
      timeLimit: arrivals.timeLimit,
    }),
  ]);
  return found.flat().toSorted((a, b) => (a.happened_on < b.happened_on ? -1 : 1));
}
