/**
 * The commissioners whose files somebody may be given, by code, or those of all. It knows no grant: it stands behind
 * `may()`, so that a page which asks too little still gets nothing of another's.
 */
export type Sight = "everywhere" | readonly string[];

/** The sight of work that is for all; named, so that each place which takes it can be found. */
export const EVERYWHERE: Sight = "everywhere";

/** Sight of nobody's files: enough for reference data that is open to all. */
export const OPEN_DATA: Sight = [];

/** Whether the files of a commissioner are in sight. */
export function sees(sight: Sight, commissioner: string): boolean {
  return sight === "everywhere" || sight.includes(commissioner);
}
