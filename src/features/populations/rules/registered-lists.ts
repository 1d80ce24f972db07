import type { Day } from "#kernel/period.ts";

/** Patients of one sex and age band registered with a practice on the first day of a quarter. */
export interface ListEntry {
  readonly practice: string;
  readonly asAt: Day;
  /** `1` male, `2` female, as in the NHS Data Dictionary. */
  readonly sex: string;
  readonly ageBand: string;
  readonly patients: number;
}

/** A practice's registered list on the first day of a quarter. */
export interface RegisteredList {
  readonly practice: string;
  readonly asAt: Day;
  readonly patients: number;
  readonly bands: readonly Pick<ListEntry, "sex" | "ageBand" | "patients">[];
}

/**
 * The lists in force on a day: of each practice the newest that is not from after the day. A practice whose newest
 * list adds up to nought has no patients and so no list. Source: 003 ¶2.2.4-2 on quarterly review of lists.
 */
export function listsOn(entries: readonly ListEntry[], on: Day): ReadonlyMap<string, RegisteredList> {
  const known = entries.filter(({ asAt }) => asAt <= on);
  const lists = [...Map.groupBy(known, ({ practice }) => practice)].map(([practice, all]) => newest(practice, all));
  return new Map(lists.filter(({ patients }) => patients > 0).map((list) => [list.practice, list]));
}

function newest(practice: string, all: readonly ListEntry[]): RegisteredList {
  const asAt = all
    .map((entry) => entry.asAt)
    .toSorted()
    .at(-1) as Day;
  const bands = all.filter((entry) => entry.asAt === asAt);
  return { practice, asAt, bands, patients: bands.reduce((sum, { patients }) => sum + patients, 0) };
}
