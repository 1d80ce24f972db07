import { parseArgs } from "node:util";
import { type BenchSize, SIZES, scaled } from "./size.ts";

/** What is to be measured, and where. */
export interface BenchOptions {
  readonly size: BenchSize;
  /** Months of the year that are made and priced. */
  readonly months: number;
  /** The folder in which to work; one for temporary files where left out. */
  readonly folder?: string;
  /** Whether what was made is left there, for the next run to use. */
  readonly keep: boolean;
}

export const USAGE = `Usage: script/bench england|county [--months N] [--folder PATH] [--keep]

Makes a year of hospital care of that size, measures how long it takes to price it, to load a month of files and to work
out budgets, in how much memory, and prints the figures beside what they should be.

  --months N      makes and prices N months of the year instead of twelve
  --folder PATH   works in a folder below this one instead of one for temporary files
  --keep          leaves what was made, so that the next run with the same folder need not make it again`;

/** Reads the words after the command; a text says what is wrong with them. */
export function readOptions(words: readonly string[]): BenchOptions | string {
  try {
    return checked(words);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function checked(words: readonly string[]): BenchOptions | string {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      months: { type: "string", default: "12" },
      folder: { type: "string" },
      keep: { type: "boolean", default: false },
      // For tests of the benchmark itself: such a part of everything.
      scale: { type: "string", default: "1" },
    },
  });
  const [name, ...others] = positionals;
  if ((name !== "england" && name !== "county") || others.length > 0) return "Say which size: england or county.";
  const [months, scale] = [Number(values.months), Number(values.scale)];
  if (!(Number.isInteger(months) && months >= 1 && months <= 12)) return "--months takes a whole number from 1 to 12.";
  if (!(scale > 0 && scale <= 1)) return "--scale takes a number above 0, of at most 1.";
  return {
    size: scaled(SIZES[name], scale),
    months,
    keep: values.keep,
    ...(values.folder !== undefined && { folder: values.folder }),
  };
}
