import { type DuckDBConnection, quoted } from "#platform/engine/index.ts";
import type { Dataset, Intake } from "./dataset.ts";
import { type Placing, placeIn } from "./layout.ts";
import { recordsOf } from "./records.ts";
import { type LoadRefusal, refuseLoad } from "./refusal.ts";
import type { Scan } from "./scan.ts";

/** What a file was found to be. */
export interface Recognised {
  readonly dataset: Dataset;
  readonly intake: Intake;
  readonly placing: Placing;
  readonly columns: readonly string[];
}

type Refused = { readonly refused: readonly [LoadRefusal] };

/** The fields of the first row of a text file, or nothing where it is no row. */
export async function firstRow(file: string, scan: Scan): Promise<readonly string[] | undefined> {
  for await (const { records } of recordsOf(file, scan, undefined)) {
    const [first] = records;
    if (first !== undefined) return first.fault === undefined ? first.fields : undefined;
  }
  return undefined;
}

/** The names of a Parquet file's columns, or nothing where it is damaged or may not be read. */
export async function parquetColumns(
  connection: DuckDBConnection,
  file: string,
): Promise<readonly string[] | undefined> {
  const sql = `DESCRIBE SELECT * FROM read_parquet(${quoted(file)}, hive_partitioning = false)`;
  const answer = await connection.runAndReadAll(sql).catch(() => undefined);
  return answer?.getRows().map(([name]) => String(name));
}

/**
 * Finds the layout of a file by its first row: the one that reads the most of its columns. Files without a header row
 * are told by their number of columns, among the layouts of one dataset.
 */
export function recognise(
  candidates: readonly (readonly [Dataset, Intake])[],
  columns: readonly string[],
  isParquet: boolean,
): Recognised | Refused {
  const tried = candidates
    .filter(([, { layout }]) => layout.header || (!isParquet && columns.length >= layout.width))
    .map(([dataset, intake]) => ({ dataset, intake, placed: placeIn(intake.layout, columns) }));
  const fitting = tried.flatMap(({ dataset, intake, placed }) =>
    "placing" in placed
      ? [{ dataset, intake, placing: placed.placing, columns, read: readBy(intake, placed.placing) }]
      : [],
  );
  const most = Math.max(...fitting.map(({ read }) => read));
  const best = fitting.filter(({ read }) => read === most);
  const [found] = best;
  if (found === undefined) return notRecognised(tried);
  if (best.length > 1)
    return refuseLoad("ambiguous", { layouts: listed(best.map(({ intake }) => intake.layout.name)) });
  return found;
}

/** A layout with a header row says more of a file than one without; of the latter, the widest. */
function readBy({ layout }: Intake, { places }: Placing): number {
  const read = [...places.values()].flat().filter((place) => place !== undefined).length;
  return layout.header ? 1000 + read : layout.width;
}

type Tried = { readonly dataset: Dataset; readonly intake: Intake; readonly placed: ReturnType<typeof placeIn> };

function notRecognised(tried: readonly Tried[]): Refused {
  const wanting = tried.flatMap(({ intake, placed }) => ("missing" in placed ? [{ intake, ...placed }] : []));
  const nearest = wanting.toSorted((a, b) => shareMissing(a) - shareMissing(b))[0];
  if (nearest === undefined) return refuseLoad("not-a-table");
  if (nearest.missing.length === 0) return refuseLoad("column-twice", { columns: listed(nearest.repeated) });
  return refuseLoad("not-recognised", { layout: nearest.intake.layout.name, missing: listed(nearest.missing) });
}

function shareMissing({ intake, missing }: { readonly intake: Intake; readonly missing: readonly string[] }): number {
  return missing.length / Object.values(intake.layout.fields).filter(({ required }) => required).length;
}

function listed(names: readonly string[]): string {
  return names.join(", ");
}
