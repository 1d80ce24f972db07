import type { Month } from "#kernel/period.ts";
import type { Estimate } from "../money/estimate.ts";
import { csvFile, type WrittenFile } from "../output/csv-file.ts";
import type { Roll } from "../population/roll.ts";
import { type Random, random } from "../random.ts";
import type { Clinic, EmergencyGroup } from "../setting/clinics.ts";
import { ATTENDANCE_COLUMNS, attendanceMaker } from "./attendances.ts";
import {
  ATTENDANCE_DIRT,
  DIRT_SHARE,
  EMERGENCY_DIRT,
  type Fault,
  SPELL_DIRT,
  type Spoilable,
  type Spoilt,
  spoil,
} from "./dirt.ts";
import { EMERGENCY_COLUMNS, emergencyMaker } from "./emergencies.ts";
import { REFERRAL_COLUMNS, referralMaker } from "./referrals.ts";
import { SPELL_COLUMNS } from "./spell.ts";
import { type Scene, spellMaker } from "./spells.ts";

/** A row that was spoilt on purpose. */
export interface SpoiltRow {
  readonly file: string;
  readonly id: string;
  readonly fault: Fault;
  readonly field: string;
}

/** What is written of each month, and where it is noted. */
export interface MonthFiles {
  /** Lives through a month without writing it: who is in a bed when the files begin has been admitted before. */
  live(month: Month, roll: Roll): void;
  write(month: Month, roll: Roll): void;
}

interface Notes {
  readonly files: WrittenFile[];
  readonly spoilt: SpoiltRow[];
  readonly estimate: Estimate;
}

/** Makes the monthly files of hospital care and referrals in a folder, with their dirt. */
export function monthFiles(
  scene: Scene,
  tables: { readonly clinics: readonly Clinic[]; readonly groups: readonly EmergencyGroup[] },
  folder: string,
  notes: Notes,
): MonthFiles {
  const dirt = random(scene.seed, "dirt");
  const spells = spellMaker(scene);
  const attendances = attendanceMaker(scene, tables.clinics);
  const emergencies = emergencyMaker(scene, tables.groups);
  const referrals = referralMaker(scene, tables.clinics);
  const put = <C extends string>(sheet: Sheet<C>, rows: Iterable<Cells<C>>, estimate: (row: Cells<C>) => void) => {
    notes.files.push(writeSheet(folder, sheet, rows, { scene, dirt, spoilt: notes.spoilt, estimate }));
  };
  return {
    live: (month, roll) => {
      spells(month, roll);
    },
    write: (month, roll) => {
      const { ended, arrivals } = spells(month, roll);
      const { estimate } = notes;
      put(sheetOf("spells", month, SPELL_COLUMNS, "treatment_function", SPELL_DIRT), ended, estimate.spell);
      const attended = sheetOf("attendances", month, ATTENDANCE_COLUMNS, "treatment_function", ATTENDANCE_DIRT);
      put(attended, attendances(month, roll), estimate.attendance);
      const arrived = sheetOf("emergency", month, EMERGENCY_COLUMNS, "department_type", EMERGENCY_DIRT);
      put(arrived, emergencies(month, roll, arrivals), estimate.emergency);
      put(sheetOf("referrals", month, REFERRAL_COLUMNS, "treatment_function"), referrals(month, roll), () => undefined);
    },
  };
}

type Cells<C extends string> = Readonly<Record<C, string>>;

interface Sheet<C extends string> {
  readonly path: string;
  readonly columns: readonly C[];
  readonly checked: C;
  readonly dirt: Spoilable | undefined;
}

function sheetOf<C extends string>(
  dataset: string,
  month: Month,
  columns: readonly C[],
  checked: NoInfer<C>,
  dirt?: Spoilable,
): Sheet<C> {
  return { path: `${dataset}/${month}.csv`, columns, checked, dirt };
}

interface Hand {
  readonly scene: Scene;
  readonly dirt: Random;
  readonly spoilt: SpoiltRow[];
}

function writeSheet<C extends string>(
  folder: string,
  { path, columns, checked, dirt: kind }: Sheet<C>,
  rows: Iterable<Cells<C>>,
  hand: Hand & { readonly estimate: (row: Cells<C>) => void },
): WrittenFile {
  const file = csvFile(folder, path, columns, checked);
  for (const row of rows) {
    hand.estimate(row);
    const dirty = kind !== undefined && hand.dirt.chance(DIRT_SHARE) ? spoiltIn(path, row, kind, hand) : undefined;
    if (dirty === undefined || dirty.isExtra) file.write(row);
    if (dirty !== undefined) file.write(dirty.row);
  }
  return file.close();
}

/** The row spoilt, and noted as such. */
function spoiltIn<Row extends Readonly<Record<string, string>>>(
  file: string,
  row: Row,
  kind: Spoilable,
  { scene, dirt, spoilt }: Hand,
): Spoilt<Row> | undefined {
  const dirty = spoil(row, kind, scene.setting, dirt);
  if (dirty !== undefined) spoilt.push({ file, id: dirty.row[kind.id] ?? "", fault: dirty.fault, field: dirty.field });
  return dirty;
}
