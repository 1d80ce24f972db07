import { type Finding, findingsOf } from "#platform/lake/finding.ts";
import type { Dataset, Lake } from "#platform/lake/index.ts";

/** What was found while a load was read, in words, with the rows it was found in. */
export interface CountedFinding extends Pick<Finding, "code" | "weight" | "what" | "todo"> {
  readonly rows: number;
}

interface FoundCodes {
  readonly dataset: string;
  readonly layout: string;
  readonly found: readonly { readonly code: string; readonly weight: "reject" | "flag"; readonly rows: number }[];
}

/** The findings of a load in words, the most rows first. A code that the product no longer knows speaks for itself. */
export function findingWords({ datasets }: Pick<Lake, "datasets">, load: FoundCodes): readonly CountedFinding[] {
  const dataset = datasets.find(({ table }) => table.name === load.dataset);
  const known = dataset === undefined ? NONE : wordsFor(dataset, load.layout);
  return load.found
    .map(({ code, weight, rows }) => {
      const { what, todo } = known.get(code) ?? { what: `${code.replaceAll("-", " ")}.`, todo: "" };
      return { code, weight, rows, what, todo };
    })
    .toSorted((a, b) => b.rows - a.rows);
}

const NONE: ReadonlyMap<string, Finding> = new Map();

function wordsFor(dataset: Dataset, layout: string): ReadonlyMap<string, Finding> {
  const intake = dataset.intakes.find((each) => each.layout.name === layout);
  return intake === undefined ? NONE : findingsOf(dataset, intake);
}
