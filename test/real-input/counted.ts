import { organisationTable } from "#features/organisations/index.ts";
import { OPEN_DATA } from "#platform/access/sight.ts";
import { type Engine, model, text, whole } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import { PCT } from "#sample/hertfordshire/walk-through.ts";
import { attendanceTable, emergencyTable, spellTable } from "../../src/features/activity/tables.ts";

interface Held {
  readonly engine: Engine;
  readonly lake: Lake;
}

const careByMonth = model(new URL("care-by-month.sql", import.meta.url), {
  reads: { spells: spellTable, attendances: attendanceTable, emergencies: emergencyTable },
  takes: {},
  gives: {
    month: text,
    ordinary: whole,
    day_cases: whole,
    non_elective: whole,
    first_attendances: whole,
    follow_ups: whole,
    emergency: whole,
  },
});

const practiceSettings = model(new URL("practice-settings.sql", import.meta.url), {
  reads: { organisations: organisationTable },
  takes: {},
  gives: { code: text, setting: text },
});

/** What the lake holds of the PCT's care, counted by month and kind; artificial records are of other PCTs and years. */
export async function madeCare({ engine, lake }: Held) {
  const filesOf = (dataset: string) => lake.files({ dataset, sight: [PCT] });
  const [spells, attendances, emergencies] = [
    await filesOf("spell"),
    await filesOf("attendance"),
    await filesOf("emergency"),
  ];
  return engine.query(careByMonth, { files: { spells, attendances, emergencies }, values: {} });
}

/** The prescribing settings of some practices. */
export async function settings({ engine, lake }: Held, of: readonly { readonly code: string }[]) {
  const files = { organisations: await lake.files({ dataset: "organisation", sight: OPEN_DATA }) };
  const rows = await engine.query(practiceSettings, { files, values: {} });
  return rows.filter(({ code }) => of.some((practice) => practice.code === code));
}
