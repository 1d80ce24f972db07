import { HERTFORDSHIRE_RULEBOOK, HERTFORDSHIRE_SOURCES, SAMPLE_RULEBOOK, SAMPLE_SOURCES } from "#sample/index.ts";
import { PROJECT } from "./folders.ts";
import type { SampleName } from "./setting.ts";

/** The folders of rules and of their sources: the product's own, and those of a made-up world where one is open. */
export interface RuleFolders {
  readonly rulebooks: readonly string[];
  readonly sources: readonly string[];
}

const OF_SAMPLES: { readonly [S in SampleName]: readonly [rulebook: string, sources: string] } = {
  fenmere: [SAMPLE_RULEBOOK, SAMPLE_SOURCES],
  hertfordshire: [HERTFORDSHIRE_RULEBOOK, HERTFORDSHIRE_SOURCES],
};

/** Rules over real data are the product's own; what a made-up world adds never reaches them. */
export function ruleFolders(sample: SampleName | undefined): RuleFolders {
  const [rulebook, sources] = sample === undefined ? [] : OF_SAMPLES[sample];
  return {
    rulebooks: [PROJECT.rulebook, ...(rulebook === undefined ? [] : [rulebook])],
    sources: [PROJECT.sources, ...(sources === undefined ? [] : [sources])],
  };
}
