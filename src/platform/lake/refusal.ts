import { type Refusal, refuse } from "#kernel/decision.ts";

/** Why a file is not loaded at all. */
export type LoadRefusalCode =
  | "no-such-file"
  | "empty"
  | "damaged"
  | "not-a-table"
  | "sixteen-bit"
  | "unknown-dataset"
  | "unknown-layout"
  | "not-recognised"
  | "ambiguous"
  | "column-twice"
  | "no-rows"
  | "nothing-accepted"
  | "needs"
  | "setting-missing"
  | "total-column"
  | "totals-differ"
  | "too-many-rejected"
  | "place-of-others"
  | "no-such-load"
  | "changed-meanwhile"
  | "rejected-not-written";

export type LoadRefusal = Refusal<LoadRefusalCode>;

type Facts = Readonly<Record<string, string | number>>;

const WORDS: { readonly [Code in LoadRefusalCode]: (facts: Facts) => string } = {
  "no-such-file": () => "There is no such file, or it may not be read. Look at its name and its rights.",
  empty: () => "The file is empty. Ask its sender for it again.",
  damaged: () => "The file ends early or is damaged. Ask its sender for it again.",
  "not-a-table": () => "This is not a CSV or Parquet file. Save the sheet as CSV (UTF-8) and load that.",
  "sixteen-bit": () => "The file is in UTF-16. Save it as CSV (UTF-8) and load that.",
  "unknown-dataset": ({ dataset = "", known = "" }) => `There is no dataset ${dataset}. There are: ${known}.`,
  "unknown-layout": ({ layout = "", known = "" }) => `There is no layout ${layout}. There are: ${known}.`,
  "not-recognised": ({ layout = "", missing = "" }) =>
    `No layout fits the file. The nearest is ${layout}, for which these columns are missing: ${missing}. Add them to its first row, or name the layout.`,
  ambiguous: ({ layouts = "" }) => `More than one layout fits the file: ${layouts}. Name the one it is in.`,
  "column-twice": ({ columns = "" }) => `These columns are there twice: ${columns}. Take away the wrong ones.`,
  "no-rows": () => "The file has a first row and no others. Nothing is loaded.",
  "nothing-accepted": ({ rejected = 0 }) =>
    `All ${rejected} rows are rejected, so that nothing is loaded. Correct them, or look whether it is the right file.`,
  needs: ({ dataset = "", needs = "" }) => `${dataset} can only be checked against ${needs}. Load that first.`,
  "setting-missing": ({ setting = "" }) => `The file does not say which ${setting} it is of. Give it as a setting.`,
  "total-column": ({ columns = "" }) =>
    `These columns cannot be added up: ${columns}. Name columns of numbers that the layout reads.`,
  "totals-differ": ({ totals = "" }) =>
    `The file does not hold what its sender says: ${totals}. Ask its sender, or give a reason to publish it all the same.`,
  "too-many-rejected": ({ rejected = 0, read = 0, most = "" }) =>
    `${rejected} of its ${read} rows are rejected, and at most ${most} may be. Correct them, or give a reason to publish it all the same.`,
  "place-of-others": ({ batch = "" }) =>
    `It would take the place of rows that are not yours to replace, since batch ${batch} holds them too. Give it a batch of its own, or ask whoever runs the machine to load it.`,
  "no-such-load": ({ load = "" }) => `There is no load ${load} of this dataset whose rows could be corrected.`,
  "changed-meanwhile": () => "The file was changed while it was read. Load it again when it is finished.",
  "rejected-not-written": ({ path = "" }) =>
    `Rejected rows could not be written to ${path}. Name a folder that you may write to; nothing was loaded.`,
};

/** A refusal in words for the person who loads the file. */
export function loadRefusalWords({ code, facts = {} }: LoadRefusal): string {
  return WORDS[code](facts);
}

/** Refuses a file. */
export function refuseLoad(code: LoadRefusalCode, facts: Facts = {}): { readonly refused: readonly [LoadRefusal] } {
  return refuse(code, { facts });
}
