import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Month } from "#kernel/period.ts";
import { type Columns, type Engine, type Row, type Table, writeRows } from "#platform/engine/index.ts";
import type { CountryPractice } from "./places.ts";
import {
  attendanceTemplateTable,
  emergencyTemplateTable,
  numberTable,
  placeTable,
  spellTemplateTable,
} from "./tables.ts";
import { attendanceTemplates, emergencyTemplates, spellTemplates } from "./templates.ts";

/** The small tables from which a month's rows are made, as files. */
export interface TemplateFiles {
  readonly numbers: readonly string[];
  readonly places: readonly string[];
  readonly spells: readonly string[];
  readonly attendances: readonly string[];
  readonly emergency: readonly string[];
}

export interface TemplateOptions {
  readonly root: string;
  readonly month: Month;
  readonly practices: readonly CountryPractice[];
  readonly seed: number;
  readonly templates?: number | undefined;
}

/** A prime, so that it shares no factor with what else rows are spread by. */
export const TEMPLATES = 10_007;

/** Writes the small tables of a month, but for those already there. */
export async function writeTemplates(
  engine: Engine,
  { root, month, practices, seed, templates: count = TEMPLATES }: TemplateOptions,
): Promise<TemplateFiles> {
  const folder = join(root, "country", `${seed}-${practices.length}-${count}`);
  const write = <C extends Columns>(table: Table<C>, name: string, rows: () => Iterable<Row<C>>) =>
    writeOnce(engine, table, join(folder, `${name}.parquet`), rows);
  return {
    numbers: await write(numberTable, "numbers", () => Array.from({ length: 4096 }, (_, number) => ({ number }))),
    places: await write(placeTable, "places", () => slotsOf(practices)),
    spells: await write(spellTemplateTable, `spells-${month}`, () => spellTemplates(month, count, seed)),
    attendances: await write(attendanceTemplateTable, "attendances", () => attendanceTemplates(count, seed)),
    emergency: await write(emergencyTemplateTable, "emergency", () => emergencyTemplates(count, seed)),
  };
}

async function writeOnce<C extends Columns>(
  engine: Engine,
  table: Table<C>,
  path: string,
  rows: () => Iterable<Row<C>>,
): Promise<readonly string[]> {
  if (existsSync(path)) return [path];
  mkdirSync(join(path, ".."), { recursive: true });
  const draft = `${path}.draft`;
  await engine.within((connection) => writeRows(connection, table, rows(), draft));
  renameSync(draft, path);
  return [path];
}

function* slotsOf(practices: readonly CountryPractice[]): Generator<Row<(typeof placeTable)["columns"]>> {
  let slot = 0;
  for (const practice of practices) {
    for (let own = 0; own < practice.slots; own += 1) {
      yield {
        slot,
        practice: practice.practice,
        practice_number: practice.number,
        commissioner: practice.commissioner,
        area: practice.area,
        near_provider: practice.nearProvider,
        far_provider: practice.farProvider,
      };
      slot += 1;
    }
  }
}
