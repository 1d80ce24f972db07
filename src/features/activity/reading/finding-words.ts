import { type Finding, findingsOf } from "#platform/lake/finding.ts";
import type { Lake } from "#platform/lake/index.ts";

/** What was found while a load was read, in words, with the rows it was found in. */
export interface CountedFinding extends Pick<Finding, "code" | "weight" | "what" | "todo"> {
  /** The column of the file it is about, where it is about one. */
  readonly column?: string;
  readonly rows: number;
}

interface FoundCodes {
  readonly dataset: string;
  readonly layout: string;
  readonly found: readonly { readonly code: string; readonly weight: "reject" | "flag"; readonly rows: number }[];
}

type Words = Pick<CountedFinding, "what" | "todo" | "column">;

/** The findings of a load in words, the most rows first. A code that the product no longer knows speaks for itself. */
export function findingWords(lake: Pick<Lake, "datasets">, load: FoundCodes): readonly CountedFinding[] {
  const words = wordsFor(lake, load);
  return load.found
    .map((found) => ({
      ...found,
      ...(words.get(found.code) ?? { what: `${found.code.replaceAll("-", " ")}.`, todo: "" }),
    }))
    .toSorted((a, b) => b.rows - a.rows);
}

function wordsFor({ datasets }: Pick<Lake, "datasets">, load: FoundCodes): ReadonlyMap<string, Words> {
  const dataset = datasets.find(({ table }) => table.name === load.dataset);
  const intake = dataset?.intakes.find(({ layout }) => layout.name === load.layout);
  if (dataset === undefined || intake === undefined) return new Map();
  return new Map(
    [...findingsOf(dataset, intake)].map(([code, { what, todo, field }]) => {
      const column = field === undefined ? undefined : intake.layout.fields[field]?.sources[0]?.[0];
      return [code, { what, todo, ...(column !== undefined && { column }) }];
    }),
  );
}
