import { availableParallelism } from "node:os";
import { figureTable } from "./figure-table.ts";
import { figuresOf } from "./figures.ts";
import { measureAll } from "./measurements.ts";
import type { BenchOptions } from "./options.ts";
import { rowsOfYear } from "./size.ts";
import type { Tell } from "./tell.ts";
import { openWorkFolder } from "./work-folder.ts";

export interface Surroundings {
  readonly print: (text: string) => void;
  readonly tell: Tell;
  readonly signal: AbortSignal;
}

/** Runs the benchmark from an empty folder to the table of figures. Throws where the disk is too small. */
export async function runBench(options: BenchOptions, { print, tell, signal }: Surroundings): Promise<void> {
  const { size, months } = options;
  const folder = openWorkFolder(options);
  // However the process ends: a year of England is not left lying about.
  process.once("exit", folder.leave);
  try {
    const { path, needed, free } = folder;
    tell(`Working in ${path}, which needs ${inGigabytes(needed)} of disk and has ${inGigabytes(free)} free.`);
    if (needed > free) throw new TooLittleDisk(path);
    const found = await measureAll({ work: path, size, months, tell, signal });
    const whole = `${rowsOfYear(size).toLocaleString("en-GB")} rows a year, ${size.practices.toLocaleString("en-GB")} practices`;
    print(`A made-up ${size.name} (${whole}), ${months} of 12 months.\n`);
    print(`${found.read.found.engine} with 1 GB and 2 threads, Node ${process.versions.node}, `);
    print(`${availableParallelism()} processors. Best of up to three runs; peak memory of the whole process.\n\n`);
    print(`${figureTable(figuresOf(found))}\n`);
    if (size.name !== "england")
      print("\nThe limits are meant for England: at a smaller size what is done once weighs more.\n");
    if (options.keep) print(`\nWhat was made is in ${path}.\n`);
  } finally {
    folder.leave();
  }
}

/** Thrown where there is too little room for what is to be made. */
export class TooLittleDisk extends Error {
  constructor(path: string) {
    super(`${path} has too little room. Name a folder on a larger disk with --folder, or fewer --months.`);
    this.name = "TooLittleDisk";
  }
}

function inGigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
