import type { Status } from "./load.ts";

/** A load as far as it matters for which version of a month counts. */
export interface Version {
  readonly load: string;
  /** Its place among all loads: later ones are newer. */
  readonly seq: number;
  readonly status: Status;
  readonly batch: string;
  readonly corrects: string | null;
  readonly months: readonly string[];
}

/** Which versions are wanted: final before provisional and then the newest; simply the newest; or loads by name. */
export type Preference = "final" | "latest" | { readonly loads: readonly string[] };

/** Names a month of a load. */
export function partOfLoad(load: string, month: string): string {
  return `${load} ${month}`;
}

/**
 * The months of loads that count: one load for each month and batch, and with it the corrected rows that were loaded
 * for it. Corrected rows also count in months that nobody has loaded of that batch.
 */
export function counting(versions: readonly Version[], preference: Preference): ReadonlySet<string> {
  if (typeof preference === "object") return partsOf(versions.filter(({ load }) => preference.loads.includes(load)));
  const originals = versions.filter(({ corrects }) => corrects === null);
  const winners = winnersOf(originals, preference);
  const corrections = versions.filter(({ corrects }) => corrects !== null);
  return new Set([
    ...[...winners.values()].map(({ load, month }) => partOfLoad(load, month)),
    ...corrections.flatMap((correction) => standing(correction, originals, winners)),
  ]);
}

function partsOf(versions: readonly Version[]): ReadonlySet<string> {
  return new Set(versions.flatMap(({ load, months }) => months.map((month) => partOfLoad(load, month))));
}

interface Winner {
  readonly load: string;
  readonly month: string;
}

/** The load that counts for each batch and month. */
function winnersOf(originals: readonly Version[], preference: "final" | "latest"): ReadonlyMap<string, Winner> {
  const best = new Map<string, { readonly version: Version; readonly month: string }>();
  for (const version of originals) {
    for (const month of version.months) {
      const place = partOfLoad(version.batch, month);
      const other = best.get(place);
      if (other === undefined || beats(version, other.version, preference)) best.set(place, { version, month });
    }
  }
  return new Map([...best].map(([place, { version, month }]) => [place, { load: version.load, month }]));
}

/** The months in which corrected rows count: where the load they correct does, or nobody has loaded its batch. */
function standing(
  correction: Version,
  originals: readonly Version[],
  winners: ReadonlyMap<string, Winner>,
): readonly string[] {
  const original = originals.find(({ load }) => load === correction.corrects);
  if (original === undefined) return [];
  return correction.months
    .filter((month) => [undefined, original.load].includes(winners.get(partOfLoad(original.batch, month))?.load))
    .map((month) => partOfLoad(correction.load, month));
}

function beats(one: Version, other: Version, preference: "final" | "latest"): boolean {
  if (preference === "final" && one.status !== other.status) return one.status === "final";
  return one.seq > other.seq;
}
