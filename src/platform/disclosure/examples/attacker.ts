import highsModule, { type Highs, type ModelData } from "highs";

const loadHighs = highsModule as unknown as typeof highsModule.default;

const loaded = loadHighs();

/** A table as an attacker finds it, with more than anybody is told: which suppressed counts are small, and which counts are still what they were. */
export interface Found {
  readonly codes: readonly (readonly string[])[];
  readonly cells: readonly (number | "suppressed" | "withheld")[];
  readonly largestSuppressed: number;
  readonly roundedTo: number;
  /** What a suppressed count is known to be: small itself, or too large for that; nothing where neither is told. */
  readonly told: readonly ("small" | "large" | undefined)[];
  /** What exact figures beside the counts tell of them, where there are such figures. */
  readonly exact: readonly (number | undefined)[];
  /** Names a count: two cells of the same name are the same number. */
  readonly names: readonly string[];
}

/** What an attack came to: suppressed counts with one possible value only, and how many values the narrowest small one keeps. */
export interface Attack {
  readonly recovered: readonly { readonly name: string; readonly value: number }[];
  readonly suppressed: number;
  readonly narrowest: number;
}

interface Column {
  least: number;
  greatest: number;
  isHidden: boolean;
  isSmall: boolean;
  /** What is a figure in one table is no secret in another. */
  isShown: boolean;
}

/**
 * Works out by whole-number programmes, over every sum of every table at once, the least and greatest that each suppressed
 * count can be. Knows nothing of how tables are protected: it reads what is published and the profile, and is told besides
 * what is hard to know.
 */
export async function attack(tables: readonly Found[]): Promise<Attack> {
  const highs = await loaded;
  const columns = new Map<string, Column>();
  for (const table of tables) for (const [cell, name] of table.names.entries()) learn(columns, table, cell, name);
  const names = [...columns.keys()];
  const at = new Map(names.map((name, index) => [name, index]));
  const rows = tables.flatMap((table) =>
    sums(table).map((cells) => cells.map((cell) => at.get(table.names[cell] ?? "") ?? -1)),
  );
  const all = [...columns.values()];
  const ranges = rangesOf(highs, all, rows);
  const hidden = all.flatMap((column, index) => (column.isHidden && !column.isShown ? [{ column, index }] : []));
  const width = (index: number) => (ranges.greatest[index] ?? 0) - (ranges.least[index] ?? 0) + 1;
  return {
    recovered: hidden
      .filter(({ index }) => width(index) < 2)
      .map(({ index }) => ({ name: names[index] ?? "", value: ranges.least[index] ?? -1 })),
    suppressed: hidden.length,
    narrowest: Math.min(...hidden.filter(({ column }) => column.isSmall).map(({ index }) => width(index))),
  };
}

function learn(columns: Map<string, Column>, table: Found, cell: number, name: string): void {
  const column = columns.get(name) ?? {
    least: 0,
    greatest: Number.POSITIVE_INFINITY,
    isHidden: false,
    isSmall: false,
    isShown: false,
  };
  const shown = table.cells[cell] ?? 0;
  const [least, greatest] = bounds(table, cell, shown);
  column.least = Math.max(column.least, least);
  column.greatest = Math.min(column.greatest, greatest);
  column.isShown ||= typeof shown === "number";
  column.isHidden ||= typeof shown !== "number";
  column.isSmall ||= shown === "suppressed" && table.told[cell] === "small";
  columns.set(name, column);
}

function bounds({ largestSuppressed, roundedTo, told, exact }: Found, cell: number, shown: number | string) {
  if (shown === 0) return [0, 0] as const;
  if (typeof shown === "number") {
    const slack = exact[cell] === undefined ? (roundedTo - 1) / 2 : 0;
    const middle = exact[cell] ?? shown;
    return [Math.max(largestSuppressed + 1, middle - slack), middle + slack] as const;
  }
  if (shown === "withheld" || told[cell] === undefined) return [0, FAR] as const;
  return told[cell] === "small" ? ([1, largestSuppressed] as const) : ([largestSuppressed + 1, FAR] as const);
}

/** The cells of each sum of a table, the total last. */
function sums({ codes, cells }: Found): readonly (readonly number[])[] {
  const sizes = codes.map((each) => each.length + 1);
  const found: number[][] = [];
  for (let dimension = 0; dimension < sizes.length; dimension += 1) {
    const stride = sizes.slice(dimension + 1).reduce((all, size) => all * size, 1);
    const length = sizes[dimension] ?? 1;
    for (let cell = 0; cell < cells.length; cell += 1) {
      if (Math.floor(cell / stride) % length === 0)
        found.push(Array.from({ length }, (_, step) => cell + step * stride));
    }
  }
  return found;
}

type Ranges = { readonly least: number[]; readonly greatest: number[] };

/** More than any count: the programmes need an end. */
const FAR = 100_000;

/**
 * First without demanding whole numbers, which is quick: a count with room for one whole number only is recovered, and
 * solutions that happen to be whole show what is open. What remains undecided is settled with whole numbers demanded.
 */
function rangesOf(highs: Highs, columns: readonly Column[], rows: readonly (readonly number[])[]): Ranges {
  const found: Ranges = { least: columns.map(() => FAR), greatest: columns.map(() => -1) };
  const hidden = columns.flatMap(({ isHidden, isShown }, index) => (isHidden && !isShown ? [index] : []));
  for (const demandWhole of [false, true]) {
    const undecided = hidden.filter((index) => !isOpen(found, columns, index));
    if (undecided.length > 0) reachOut(highs, { columns, rows, demandWhole, undecided, found });
  }
  return found;
}

function isOpen({ least, greatest }: Ranges, columns: readonly Column[], index: number): boolean {
  return (greatest[index] ?? 0) - (least[index] ?? 0) >= (columns[index]?.isSmall ? 2 : 1);
}

interface Reaching {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly number[])[];
  readonly demandWhole: boolean;
  readonly undecided: readonly number[];
  readonly found: Ranges;
}

function reachOut(highs: Highs, reaching: Reaching): void {
  const { columns, rows, demandWhole, undecided, found } = reaching;
  const model = highs.createModel();
  try {
    model.options.set({ output_flag: false });
    model.passModel(modelOf(highs, columns, rows, demandWhole));
    const reach = (wanted: readonly number[], up: boolean): void => {
      const costs = columns.map((_, index) => (wanted.includes(index) ? (up ? -1 : 1) : 0));
      model.changeColsCost({ kind: "range", from: 0, to: columns.length - 1 }, costs);
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
        throw new Error("The tables contradict themselves");
      note(found, model.getSolution().colValue, demandWhole);
    };
    for (const up of [true, false]) reach(undecided, up);
    for (const index of undecided) {
      for (const up of [true, false].filter(() => !isOpen(found, columns, index))) reach([index], up);
    }
  } finally {
    model.dispose();
  }
}

function note({ least, greatest }: Ranges, values: Float64Array, whole: boolean): void {
  if (!whole && values.some((value) => Math.abs(value - Math.round(value)) > 1e-6)) return;
  for (const [index, value] of values.entries()) {
    least[index] = Math.min(least[index] ?? FAR, Math.round(value));
    greatest[index] = Math.max(greatest[index] ?? -1, Math.round(value));
  }
}

function modelOf(
  highs: Highs,
  columns: readonly Column[],
  rows: readonly (readonly number[])[],
  demandWhole: boolean,
): ModelData {
  let start = 0;
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(({ least }) => least),
    colUpper: columns.map(({ greatest }) => Math.min(greatest, FAR)),
    rowLower: rows.map(() => 0),
    rowUpper: rows.map(() => 0),
    ...(demandWhole && { integrality: columns.map(() => highs.constants.variableType.integer) }),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts: [0, ...rows.map((row) => (start += row.length))],
      indices: rows.flat(),
      values: rows.flatMap((row) => row.map((_, index) => (index === row.length - 1 ? -1 : 1))),
    },
  };
}
