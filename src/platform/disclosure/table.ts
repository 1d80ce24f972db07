import { type Dimension, type Grid, gridOf, totalsOf } from "./grid.ts";

/**
 * A table of counts with all its totals: along each dimension and every combination of them. The counts stand row by row,
 * the last dimension quickest; after the codes of a dimension stands its total.
 */
export interface Table {
  readonly dimensions: readonly Dimension[];
  readonly counts: readonly number[];
}

/** A count and the codes it stands under, one for each dimension. */
export interface Counted {
  readonly at: readonly string[];
  readonly count: number;
}

/** A table from its inner counts, which are added where several stand under the same codes; what is not given is zero. */
export function tableOf(dimensions: readonly Dimension[], counted: Iterable<Counted>): Table {
  const grid = gridOf(dimensions);
  const counts = new Array<number>(grid.cells).fill(0);
  for (const { at, count } of counted) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} at ${at.join(", ")} is no count`);
    const cell = cellAt(dimensions, grid, at);
    for (const each of [cell, ...totalsOf(grid, cell)]) counts[each] = (counts[each] ?? 0) + count;
  }
  return { dimensions, counts };
}

function cellAt(dimensions: readonly Dimension[], { strides }: Grid, at: readonly string[]): number {
  return dimensions.reduce((cell, { name, codes }, dimension) => {
    const place = codes.indexOf(at[dimension] ?? "");
    if (place === -1) throw new RangeError(`${at[dimension]} is not among the codes of ${name}`);
    return cell + place * (strides[dimension] ?? 0);
  }, 0);
}
