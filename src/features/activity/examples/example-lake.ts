import { join } from "node:path";
import type { Columns, Engine, Row, Table } from "#platform/engine/index.ts";
import { writeRows } from "#platform/engine/index.ts";
import type { PriceFiles } from "../pricing/price-files.ts";
import type { Prices } from "../rules/price-list.ts";
import { admittedPriceTable, emergencyPriceTable, marketForcesTable, outpatientPriceTable } from "../tables.ts";

/** Writes rows as one file of a table and gives its path. */
export async function writeExample<C extends Columns>(
  engine: Engine,
  path: string,
  table: Table<C>,
  rows: Iterable<Row<C>>,
): Promise<string> {
  await engine.within((connection) => writeRows(connection, table, rows, path));
  return path;
}

/** Writes price lists as the lake holds them. */
export async function writePrices(engine: Engine, folder: string, prices: Prices): Promise<PriceFiles> {
  const year = { price_year: prices.year, name: "As listed" };
  const file = (name: string) => join(folder, `${name}-${prices.year.replace("/", "-")}.parquet`);
  const admitted = [...prices.admitted.values()].map((price) => ({ ...year, ...price }));
  const outpatient = [...prices.outpatient.values()].map((price) => ({ ...year, ...price }));
  const emergency = [...prices.emergency.values()].map((price) => ({ ...year, ...price }));
  const factors = [...prices.marketForces].map(([provider, factor]) => ({
    ...year,
    provider,
    factor_millionths: factor,
  }));
  return {
    admitted: [await writeExample(engine, file("admitted"), admittedPriceTable, admitted)],
    outpatient: [await writeExample(engine, file("outpatient"), outpatientPriceTable, outpatient)],
    emergency: [await writeExample(engine, file("emergency"), emergencyPriceTable, emergency)],
    marketForces: [await writeExample(engine, file("market-forces"), marketForcesTable, factors)],
  };
}
