import type { Subject } from "#platform/access/person.ts";
import type { Lake } from "#platform/lake/index.ts";

/** Loads are nobody's alone: one may hold the care of several PCTs. */
export const ALL_LOADS: Subject = { organisation: "all loads", within: [] };

/** The dataset's name for people, by the name of its table. */
export type TitleOf = (dataset: string) => string;

/** What a dataset is called, from its table's name. */
export function titlesOf({ datasets }: Pick<Lake, "datasets">): TitleOf {
  const titles = new Map(datasets.map(({ table, title }) => [table.name, title]));
  return (dataset) => titles.get(dataset) ?? dataset;
}
