import type { Month } from "#kernel/period.ts";
import { ATTENDANCE_COLUMNS } from "../activity/attendances.ts";
import { ATTENDANCE_DIRT, EMERGENCY_DIRT, SPELL_DIRT, type Spoilable } from "../activity/dirt.ts";
import { EMERGENCY_COLUMNS } from "../activity/emergencies.ts";
import { SPELL_COLUMNS } from "../activity/spell.ts";
import { TEMPLATES } from "./template-files.ts";
import { attendanceTemplates, emergencyTemplates, spellTemplates } from "./templates.ts";

/** A row to be copied: what it says of itself, and what it asks of its patient. */
export interface CsvTemplate {
  readonly age: number;
  readonly sex: string;
  readonly isNear: boolean;
  /** Nights before the day that decides the month. */
  readonly nights: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A kind of file: its columns, and the rows it is made of. */
export interface CsvKind {
  readonly name: "spells" | "attendances" | "emergency";
  readonly letter: string;
  readonly columns: readonly string[];
  /** The column that is added up as a check. */
  readonly checked: string;
  readonly dirt: Spoilable;
  readonly templates: readonly CsvTemplate[];
}

/** The three kinds of a month, in the plain layouts. */
export function csvKinds(month: Month, seed: number): readonly CsvKind[] {
  return [
    {
      name: "spells",
      letter: "S",
      columns: SPELL_COLUMNS,
      checked: "treatment_function",
      dirt: SPELL_DIRT,
      templates: spellTemplates(month, TEMPLATES, seed).map(({ age, sex, is_near, length_of_stay, ...own }) => ({
        age,
        sex,
        isNear: is_near,
        nights: length_of_stay,
        cells: textsOf({ ...own, procedures: own.procedures ?? "" }),
      })),
    },
    {
      name: "attendances",
      letter: "O",
      columns: ATTENDANCE_COLUMNS,
      checked: "treatment_function",
      dirt: ATTENDANCE_DIRT,
      templates: attendanceTemplates(TEMPLATES, seed).map(({ age, sex, is_near, ...own }) => ({
        age,
        sex,
        isNear: is_near,
        nights: 0,
        cells: textsOf({
          ...own,
          first_attendance: String((own.is_first ? 1 : 2) + (own.is_by_telephone ? 2 : 0)),
          professionals: own.is_multi_professional ? "multi" : "single",
          attended: own.was_seen ? "5" : "3",
          hrg: own.hrg ?? "",
        }),
      })),
    },
    {
      name: "emergency",
      letter: "E",
      columns: EMERGENCY_COLUMNS,
      checked: "department_type",
      dirt: EMERGENCY_DIRT,
      templates: emergencyTemplates(TEMPLATES, seed).map(({ age, sex, is_near, ...own }) => ({
        age,
        sex,
        isNear: is_near,
        nights: 0,
        cells: textsOf(own),
      })),
    },
  ];
}

function textsOf(cells: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, String(cell)]));
}
