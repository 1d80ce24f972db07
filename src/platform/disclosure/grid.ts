/** One way in which a table is divided: its name and the codes that stand in it, totals left out. */
export interface Dimension {
  readonly name: string;
  readonly codes: readonly string[];
}

/** Where the cells of a table stand: the places of each dimension, its total's the last, and how far apart they are. */
export interface Grid {
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly cells: number;
}

/** The grid of a table over some dimensions. */
export function gridOf(dimensions: readonly Dimension[]): Grid {
  const sizes = dimensions.map(({ codes }) => codes.length + 1);
  const strides = sizes.map((_size, dimension) => sizes.slice(dimension + 1).reduce((all, size) => all * size, 1));
  return { sizes, strides, cells: sizes.reduce((all, size) => all * size, 1) };
}

/** The place of a cell along a dimension. */
export function placeOf({ sizes, strides }: Grid, cell: number, dimension: number): number {
  return Math.floor(cell / (strides[dimension] ?? 1)) % (sizes[dimension] ?? 1);
}

/** Whether a place along a dimension is that of its total. */
export function isTotal({ sizes }: Grid, dimension: number, place: number): boolean {
  return place === (sizes[dimension] ?? 1) - 1;
}

/** The cells of the line through a cell along a dimension; the last is the total of the others. */
export function lineOf(grid: Grid, cell: number, dimension: number): readonly number[] {
  const stride = grid.strides[dimension] ?? 1;
  const first = cell - placeOf(grid, cell, dimension) * stride;
  return Array.from({ length: grid.sizes[dimension] ?? 1 }, (_, place) => first + place * stride);
}

/** The totals that a cell is part of, along each of its dimensions and every combination of them. */
export function totalsOf(grid: Grid, cell: number): readonly number[] {
  const steps = grid.sizes
    .map((size, dimension) => (size - 1 - placeOf(grid, cell, dimension)) * (grid.strides[dimension] ?? 1))
    .filter((step) => step > 0);
  return Array.from({ length: 2 ** steps.length - 1 }, (_, subset) =>
    steps.reduce((sum, step, bit) => ((subset + 1) & (1 << bit) ? sum + step : sum), cell),
  );
}

/** How many dimensions a cell is the total of. */
export function depthOf(grid: Grid, cell: number): number {
  return grid.sizes.filter((_size, dimension) => isTotal(grid, dimension, placeOf(grid, cell, dimension))).length;
}

/** Every line of a grid once, as the cells in it. */
export function linesOf(grid: Grid): readonly (readonly number[])[] {
  return grid.sizes.flatMap((_size, dimension) =>
    Array.from({ length: grid.cells }, (_, cell) => cell)
      .filter((cell) => placeOf(grid, cell, dimension) === 0)
      .map((cell) => lineOf(grid, cell, dimension)),
  );
}

/** The codes a cell stands under, joined; a dimension's total has none. */
export function nameOf(dimensions: readonly Dimension[], grid: Grid, cell: number): string {
  return dimensions
    .map(({ name, codes }, dimension) => `${name}=${codes[placeOf(grid, cell, dimension)] ?? ""}`)
    .join("&");
}
