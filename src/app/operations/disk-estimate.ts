import { isMonth } from "#kernel/period.ts";
import type { DiskUse } from "./disk-use.ts";

/** What a dataset takes up, and what it would in a further month and year. */
export interface DatasetEstimate {
  readonly dataset: string;
  readonly bytes: number;
  readonly rows: number;
  readonly month: { readonly bytes: number; readonly rows: number };
  readonly year: { readonly bytes: number; readonly rows: number };
}

/** What further data would take up on the disk, and how it follows from what is there. */
export interface DiskEstimate {
  readonly datasets: readonly DatasetEstimate[];
  /** Of everything: the lake, what follows from it, and the record. */
  readonly month: number;
  readonly year: number;
}

/** Rows by dataset, of loads of all versions. */
export type RowsLoaded = ReadonlyMap<string, number>;

/**
 * A further month is a mean one of those held, dataset by dataset, all versions counted; what does not come by month is taken
 * to come again once a year. Marts and kept files grow with the lake, and the record by as much again in a year.
 */
export function diskEstimate(use: DiskUse, rows: RowsLoaded): DiskEstimate {
  const datasets = [...Map.groupBy(use.months, ({ dataset }) => dataset)].map(([dataset, months]) =>
    estimateOf(dataset, months, rows.get(dataset) ?? 0),
  );
  const lakeMonth = datasets.reduce((total, { month }) => total + month.bytes, 0);
  const lakeYear = datasets.reduce((total, { year }) => total + year.bytes, 0);
  const withMarts = use.lake === 0 ? 1 : (use.lake + use.marts + use.files) / use.lake;
  const record = use.record ?? 0;
  return {
    datasets,
    month: Math.round(lakeMonth * withMarts + record / 12),
    year: Math.round(lakeYear * withMarts + record),
  };
}

function estimateOf(dataset: string, held: DiskUse["months"], rows: number): DatasetEstimate {
  const bytes = held.reduce((total, month) => total + month.bytes, 0);
  const months = held.filter(({ month }) => isMonth(month)).length;
  // Standing data as a twelfth each month, so that a year of months is a year.
  const ofMonth = (total: number) => Math.round(months === 0 ? total / 12 : total / months);
  const ofYear = (total: number) => Math.round(months === 0 ? total : (total / months) * 12);
  return {
    ...{ dataset, bytes, rows },
    month: { bytes: ofMonth(bytes), rows: ofMonth(rows) },
    year: { bytes: ofYear(bytes), rows: ofYear(rows) },
  };
}

/** How little room may be left: for how many further months, and how many bytes whatever is loaded. */
export interface Margin {
  readonly months: number;
  readonly bytes: number;
}

/** Whether the disk has too little room, as of settled ¶operations-1. */
export function isShort(free: number, { month }: DiskEstimate, margin: Margin): boolean {
  return free < month * margin.months || free < margin.bytes;
}
