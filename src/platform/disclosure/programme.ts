import highsModule, { type Highs } from "highs";

/** A linear programme: columns with what they cost and may be, and rows that must come to zero. */
export interface Programme {
  readonly columns: readonly { readonly cost: number; readonly least: number; readonly greatest: number }[];
  readonly rows: readonly (readonly { readonly column: number; readonly times: number }[])[];
}

/** How many branches are tried where whole numbers do not come by themselves; counted, so that it ends alike everywhere. */
const MOST_BRANCHES = 2000;

/** The package's types are those of its CommonJS form; what Node imports is the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

let loaded: Promise<Highs> | undefined;

/**
 * The cheapest values of a programme's columns, as whole numbers; nothing where there are none. Tables of one and two
 * dimensions give whole numbers by themselves; only where they do not are they demanded, which is slower.
 */
export async function cheapest(programme: Programme): Promise<readonly number[] | undefined> {
  loaded ??= loadHighs();
  const highs = await loaded;
  const found = run(highs, programme, false);
  if (found === undefined || found.every(isWhole)) return found?.map(Math.round);
  return run(highs, programme, true)?.map(Math.round);
}

function run(highs: Highs, { columns, rows }: Programme, whole: boolean): readonly number[] | undefined {
  const entries = rows.flat();
  let start = 0;
  const starts = [0, ...rows.map((row) => (start += row.length))];
  return highs.withModel((model) => {
    model.options.set({ output_flag: false, mip_max_nodes: MOST_BRANCHES, random_seed: 0 });
    model.passModel({
      numCols: columns.length,
      numRows: rows.length,
      colCost: columns.map(({ cost }) => cost),
      colLower: columns.map(({ least }) => least),
      colUpper: columns.map(({ greatest }) => (Number.isFinite(greatest) ? greatest : highs.infinity)),
      rowLower: rows.map(() => 0),
      rowUpper: rows.map(() => 0),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: columns.length,
        starts,
        indices: entries.map(({ column }) => column),
        values: entries.map(({ times }) => times),
      },
      ...(whole && { integrality: columns.map(() => highs.constants.variableType.integer) }),
    });
    model.run();
    return model.getModelStatus() === highs.constants.modelStatus.optimal
      ? [...model.getSolution().colValue]
      : undefined;
  });
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}
