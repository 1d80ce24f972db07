import { depthOf, isTotal, placeOf } from "./grid.ts";
import { boundsIfSuppressed, boundsOf, type Knowledge, type Release, type Unknown } from "./knowledge.ts";

/** How far counts stand from what they are, in a table that could be the true one; by unknown. */
export type Shifts = ReadonlyMap<number, number>;

/** Counts that can change together with every sum kept, and what must be suppressed besides so that nobody can object. */
export interface Move {
  readonly shifts: Shifts;
  readonly cost: number;
}

interface Corner {
  readonly cell: number;
  readonly step: 1 | -1;
}

interface Search {
  readonly knowledge: Knowledge;
  readonly release: Release;
  readonly from: Shifts;
  best: { readonly corners: readonly Corner[]; readonly cost: number } | undefined;
}

/**
 * The cheapest change of one unknown by one, from a table that could be the true one to another. The cells that change are
 * the corners of a box: along each dimension the cell goes with another, which changes the other way, or with the total,
 * which changes the same way; so every line keeps its sum.
 */
export function cornerMove(knowledge: Knowledge, unknown: number, step: 1 | -1, from: Shifts): Move | undefined {
  const found = (knowledge.unknowns[unknown]?.places ?? []).flatMap(({ release: at, cell }) => {
    const release = knowledge.releases[at];
    if (release === undefined) return [];
    const search: Search = { knowledge, release, from, best: undefined };
    const cost = costOf(search, { cell, step });
    if (Number.isFinite(cost)) extend(search, [{ cell, step }], cost, 0);
    return search.best === undefined ? [] : [{ ...search.best, release }];
  });
  const [best] = found.toSorted((one, other) => one.cost - other.cost);
  if (best === undefined) return undefined;
  const shifts = new Map(from);
  for (const { cell, step: by } of best.corners) {
    const at = best.release.unknowns[cell] ?? -1;
    shifts.set(at, (shifts.get(at) ?? 0) + by);
  }
  return { shifts, cost: best.cost };
}

function extend(search: Search, corners: readonly Corner[], cost: number, dimension: number): void {
  const { grid } = search.release;
  const [first] = corners;
  const size = grid.sizes[dimension];
  if (first === undefined || cost >= (search.best?.cost ?? Number.POSITIVE_INFINITY)) return;
  if (size === undefined) {
    if (keepsEverySum(search, corners)) search.best = { corners, cost };
    return;
  }
  for (const place of placesByCost(search, first, dimension)) {
    const added = corners.map((corner) => beside(search.release, corner, dimension, place));
    const more = added.reduce((sum, corner) => sum + costOf(search, corner), cost);
    if (Number.isFinite(more)) extend(search, [...corners, ...added], more, dimension + 1);
  }
}

/** The other places along a dimension, those that cost least first, since a cheap box makes most of the rest needless. */
function placesByCost(search: Search, corner: Corner, dimension: number): readonly number[] {
  const own = placeOf(search.release.grid, corner.cell, dimension);
  return Array.from({ length: search.release.grid.sizes[dimension] ?? 0 }, (_, place) => place)
    .filter((place) => place !== own)
    .map((place) => ({ place, cost: costOf(search, beside(search.release, corner, dimension, place)) }))
    .filter(({ cost }) => Number.isFinite(cost))
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ place }) => place);
}

function beside({ grid }: Release, { cell, step }: Corner, dimension: number, place: number): Corner {
  const own = placeOf(grid, cell, dimension);
  const goesWithTotal = isTotal(grid, dimension, own) || isTotal(grid, dimension, place);
  return {
    cell: cell + (place - own) * (grid.strides[dimension] ?? 1),
    step: goesWithTotal ? step : step === 1 ? -1 : 1,
  };
}

function costOf({ knowledge, release, from }: Search, { cell, step }: Corner): number {
  const at = release.unknowns[cell] ?? -1;
  const unknown = knowledge.unknowns[at];
  if (unknown === undefined) return Number.POSITIVE_INFINITY;
  return costOfShift(knowledge, unknown, (from.get(at) ?? 0) + step);
}

/** What it costs that a count may be so far from what it is: nothing where that is possible already. */
export function costOfShift(knowledge: Knowledge, unknown: Unknown, shift: number): number {
  const may = unknown.count + shift;
  const { least, greatest } = boundsOf(unknown);
  if (may >= least && may <= greatest) return 0;
  const wider = boundsIfSuppressed(knowledge, unknown);
  if (wider === undefined || may < wider.least || may > wider.greatest) return Number.POSITIVE_INFINITY;
  return costOfSuppressing(knowledge, unknown);
}

/** What is lost with a figure: more with larger counts, and far more with totals, which are read most. */
export function costOfSuppressing(knowledge: Knowledge, { count, cell }: Unknown): number {
  const release = knowledge.releases.at(-1);
  if (release === undefined || cell === undefined) return Number.POSITIVE_INFINITY;
  return (2 + 32 - Math.clz32(count)) * 12 ** depthOf(release.grid, cell);
}

/** Boxes keep the sums of their own release; where counts stand in others too, those must be kept as well. */
function keepsEverySum({ knowledge, release }: Search, corners: readonly Corner[]): boolean {
  const changes = new Map<string, number>();
  for (const { cell, step } of corners) {
    for (const [line, sign] of linesElsewhere(knowledge, release, cell)) {
      changes.set(line, (changes.get(line) ?? 0) + sign * step);
    }
  }
  return [...changes.values()].every((change) => change === 0);
}

/** The lines of other releases in which a count stands, with -1 where it is the total. */
function linesElsewhere({ unknowns, releases }: Knowledge, release: Release, cell: number): [string, 1 | -1][] {
  const places = unknowns[release.unknowns[cell] ?? -1]?.places ?? [];
  return places.flatMap(({ release: at, cell: there }) => {
    const other = releases[at];
    if (other === undefined || other === release) return [];
    return other.grid.sizes.map((_size, dimension): [string, 1 | -1] => {
      const place = placeOf(other.grid, there, dimension);
      const first = there - place * (other.grid.strides[dimension] ?? 1);
      return [`${at} ${dimension} ${first}`, isTotal(other.grid, dimension, place) ? -1 : 1];
    });
  });
}
