import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Rulebook } from "#features/rulebook/index.ts";
import type { Outcome as CommandOutcome, Input, OptionSpecs, Terminal, Verb } from "#platform/cli/verb.ts";
import { verb } from "#platform/cli/verb.ts";
import type { Lake, LoadRequest, Outcome } from "#platform/lake/index.ts";
import { ALL_LOADS } from "../reading/all-loads.ts";
import { mostRejected } from "../reading/most-rejected.ts";
import { placeTaken } from "../reading/place-taken.ts";
import { readSaid } from "../reading/said-of-file.ts";
import { placeText } from "../views/load-words.ts";
import type { ActivityWiring } from "../wiring.ts";
import { outcomeLines, progressText } from "./load-text.ts";

const FILES = { file: { about: "the file or files: CSV, also packed as .gz, or Parquet", count: "many" } } as const;

const SAID = {
  status: { about: "whether figures may still change: provisional or final; final where left out", value: "status" },
  dataset: { about: "what it holds, such as spell; recognised where left out", value: "dataset" },
  layout: { about: "its layout, such as spells; recognised where left out", value: "layout" },
  batch: { about: "whose part of a month it is, where several send files of one month", value: "batch" },
  corrects: { about: "the load whose rejected rows these are, corrected", value: "load" },
  setting: {
    about: "what the file does not say itself, such as price_year=2017/18; several apart by semicolons",
    value: "name=value",
  },
  rows: { about: "how many rows its sender says it has", value: "count" },
  sum: { about: "what its sender says a column adds up to; several apart by semicolons", value: "column=amount" },
  standIn: { about: "what it stands in for, where it is of another year", value: "words" },
  madeUp: { about: "its figures are made up" },
  rejectedTo: { about: "where rejected rows are written; beside the file where left out", value: "path" },
} as const satisfies OptionSpecs;

type LoadInput = Input<typeof FILES, typeof SAID>;
type Request = Omit<LoadRequest, "file" | "progress">;

/** Checks files and publishes each that can be, whole; tells of each how its rows fared. */
export function loadVerb(wiring: ActivityWiring): Verb<"loads.publish"> {
  return verb(
    {
      name: "load",
      summary: "Check files and publish them, each whole or not at all.",
      permission: "loads.publish",
      subject: () => ALL_LOADS,
      arguments: FILES,
      options: {
        ...SAID,
        despite: {
          about: "why to publish although its totals differ, or too many of its rows are rejected",
          value: "reason",
        },
      },
    },
    (input, terminal) => {
      const { despite } = input.options;
      return through(wiring, input, terminal, (request) =>
        wiring.lake.load({ ...request, ...(despite !== undefined && { despite }) }),
      );
    },
  );
}

/** Does all that loading does but publish. */
export function loadCheckVerb(wiring: ActivityWiring): Verb<"loads.publish"> {
  return verb(
    {
      name: "loads check",
      summary: "Check files as loading would, and publish nothing.",
      permission: "loads.publish",
      subject: () => ALL_LOADS,
      arguments: FILES,
      options: SAID,
    },
    (input, terminal) => through(wiring, input, terminal, (request) => wiring.lake.check(request)),
  );
}

/** Takes the files one after another; a file that is refused does not keep the others out. */
async function through(
  { lake, rulebook }: ActivityWiring,
  input: LoadInput,
  terminal: Terminal,
  take: Lake["load"],
): Promise<CommandOutcome> {
  const request = requestOf(input, rulebook);
  if ("refused" in request) return request;
  const files = input.arguments.file;
  const outcomes: (readonly [string, Outcome])[] = [];
  for (const [at, file] of files.entries()) {
    const progress: LoadRequest["progress"] = (step) =>
      terminal.progress(at, files.length, progressText(basename(file), step));
    outcomes.push([file, await take({ ...request, file: resolve(file), progress })]);
  }
  const lines: string[] = [];
  for (const [file, outcome] of outcomes) {
    lines.push(...outcomeLines(file, outcome), ...(await placeLines(outcome, { ...request, ...input }, lake)));
  }
  const [first = "", ...others] = lines;
  if (outcomes.some(([, { kind }]) => kind === "refused")) return { refused: [first, ...others] };
  return { text: lines, data: outcomes.map(([file, outcome]) => ({ file, ...outcome })) };
}

/** What publishing a file that was only checked would do to the load that counts now. */
async function placeLines(
  outcome: Outcome,
  { sight, person, ...said }: Request & Pick<LoadInput, "sight" | "person">,
  lake: Lake,
): Promise<readonly string[]> {
  if (outcome.kind !== "checked") return [];
  const taken = await placeTaken(lake, { sight, person: person.id, dataset: outcome.report.dataset }, said);
  return taken === undefined ? [] : [`  ${placeText(taken)}`];
}

function requestOf({ options, arguments: { file }, by, sight }: LoadInput, rulebook: Rulebook) {
  const { status = "final", setting, sum, rejectedTo, ...others } = options;
  if (status !== "provisional" && status !== "final") {
    return refused(`--status is ${status}. Say provisional or final.`);
  }
  if (rejectedTo !== undefined && file.length > 1) {
    return refused(
      "--rejected-to names one file, and there are several to load. Load them one by one, or leave it out.",
    );
  }
  const missing = file.filter((each) => !existsSync(resolve(each)));
  if (missing.length > 0) {
    return refused(
      `There is no file ${missing.join(", ")}, so nothing was looked at. Check the names; to check without loading, say loads check.`,
    );
  }
  const said = readSaid({ ...others, status, settings: setting, sums: sum });
  if ("unreadable" in said) return refused(`${said.unreadable.message}.`);
  const request: Request = { ...said, ...by, sight, mostRejected: mostRejected(rulebook, by.at) };
  return rejectedTo === undefined ? request : { ...request, rejectedTo: resolve(rejectedTo) };
}

function refused(words: string): { readonly refused: readonly [string] } {
  return { refused: [words] };
}
