import { commissioners, practiceOwners } from "#features/organisations/index.ts";
import { type Columns, model, modelOver, type Table, text } from "#platform/engine/index.ts";
import type { Layout } from "#platform/lake/index.ts";
import { shapedColumns } from "./shaped-columns.ts";

type Staged = Pick<Layout, "staged">;

const sql = (name: string) => new URL(`${name}.sql`, import.meta.url);

/** Rows of a month, with the PCT that pays for it. */
export function monthRows(name: "costed-rows" | "prescribing-rows", { staged }: Staged, to: Table<Columns>) {
  const paid = modelOver(commissioners, sql("commissioned-months"), {
    reads: { staged },
    takes: {},
    gives: { practice: text, month: text, commissioner: text },
  });
  const declared = { reads: { staged }, takes: {}, gives: shapedColumns(to) };
  return modelOver({ name: "paid", model: paid }, sql(name), declared);
}

/** Standing rows of practices, with the PCT whose practice each was. */
export function ownedRows(name: string, { staged }: Staged, to: Table<Columns>) {
  return modelOver(practiceOwners, sql(name), { reads: { staged }, takes: {}, gives: shapedColumns(to) });
}

/** Rows that are nobody's money. */
export function plainRows(name: string, { staged }: Staged, to: Table<Columns>) {
  return model(sql(name), { reads: { staged }, takes: {}, gives: shapedColumns(to) });
}

/** Rows of the price year that the loader says. */
export function tariffRows(name: string, { staged }: Staged, to: Table<Columns>) {
  return model(sql(`tariff-${name}`), { reads: { staged }, takes: { price_year: text }, gives: shapedColumns(to) });
}
