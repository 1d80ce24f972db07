import { join } from "node:path";
import { day, financialYear, month } from "#kernel/period.ts";
import { type Engine, openEngine } from "#platform/engine/index.ts";

/** The year that is made, the month of it that is loaded, and the year that budgets are for. */
export const ACTIVITY_YEAR = financialYear("2007/08");
export const LOADED_MONTH = month("2007-10");
export const BUDGET_YEAR = financialYear("2008/09");
/** The place whose rules hold, and the day on which they are read. */
export const RULES = { place: "fenmere-north", on: day("2008-04-01") } as const;

/** What an engine may take: the limits, whatever the machine has. */
export const LIMITS = { memory: "1GB", threads: 2 } as const;

/** Where things lie in the folder of a benchmark. */
export function placesIn(work: string) {
  return {
    year: join(work, "year"),
    files: join(work, "files"),
    data: join(work, "data"),
    key: join(work, "secrets", "pseudonym.key"),
    copies: join(work, "copies"),
    marts: (which: string) => join(work, `marts-${which}`),
  };
}

/** An engine with those limits, over the folder of a benchmark. */
export function benchEngine(work: string): Promise<Engine> {
  return openEngine({ folders: [work], ...LIMITS, spill: join(work, "spill") });
}
