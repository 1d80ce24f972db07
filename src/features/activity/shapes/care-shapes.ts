import { commissioners } from "#features/organisations/index.ts";
import { type Model, modelOver, type Reads } from "#platform/engine/index.ts";
import { flaggedTable, type Layout } from "#platform/lake/index.ts";
import { attendanceTable, emergencyTable, referralTable, spellTable } from "../tables.ts";
import { attendedColumns, stayColumns } from "./care-columns.ts";
import { shapedColumns, shapedColumnsWithFlags } from "./shaped-columns.ts";

type Staged = Pick<Layout, "staged">;

const sql = (name: string) => new URL(`${name}.sql`, import.meta.url);

/** Spells as plain files name them. */
export function plainSpells({ staged }: Staged) {
  const declared = { reads: { staged, flagged: flaggedTable }, takes: {}, gives: stayColumns };
  return spellRows(modelOver(commissioners, sql("stays"), declared));
}

/** The table's rows over stays, whichever way those were found. */
export function spellRows(stays: Model<Reads, Record<never, never>, typeof stayColumns>) {
  const declared = { reads: {}, takes: {}, gives: shapedColumnsWithFlags(spellTable) };
  return modelOver({ name: "stays", model: stays }, sql("spell-rows"), declared);
}

/** Outpatient appointments, from plain files or from Hospital Episode Statistics. */
export function attendanceRows(from: "plain" | "hes", { staged }: Staged) {
  const declared = { reads: { staged }, takes: {}, gives: attendedColumns };
  const attended = modelOver(commissioners, sql(`${from}-attended`), declared);
  return modelOver({ name: "attended", model: attended }, sql("attendance-rows"), {
    reads: {},
    takes: {},
    gives: shapedColumns(attendanceTable),
  });
}

/** A&E attendances as plain files name them. */
export function emergencyRows({ staged }: Staged) {
  const declared = { reads: { staged }, takes: {}, gives: shapedColumns(emergencyTable) };
  return modelOver(commissioners, sql("emergency-rows"), declared);
}

/** A&E attendances of Hospital Episode Statistics. */
export function hesEmergencyRows({ staged }: Staged) {
  const declared = { reads: { staged }, takes: {}, gives: shapedColumns(emergencyTable) };
  return modelOver(commissioners, sql("hes-emergency-rows"), declared);
}

/** Referrals as plain files name them. */
export function referralRows({ staged }: Staged) {
  const declared = { reads: { staged }, takes: {}, gives: shapedColumns(referralTable) };
  return modelOver(commissioners, sql("referral-rows"), declared);
}
