import type { FinancialYear } from "#kernel/period.ts";
import { type Engine, model, type Row, text, whole } from "#platform/engine/index.ts";
import type { Prices } from "../rules/price-list.ts";
import { admittedPriceTable, emergencyPriceTable, marketForcesTable, outpatientPriceTable } from "../tables.ts";

/** The files of a year's price lists. They may hold other years too; only the year asked for counts. */
export interface PriceFiles {
  readonly admitted: readonly string[];
  readonly outpatient: readonly string[];
  readonly emergency: readonly string[];
  readonly marketForces: readonly string[];
}

const takes = { price_year: text };
const { price_year: _year, name: _name, ...admittedColumns } = admittedPriceTable.columns;
const { price_year: _outpatientYear, name: _function, ...outpatientColumns } = outpatientPriceTable.columns;
const { price_year: _emergencyYear, name: _emergencyName, ...emergencyColumns } = emergencyPriceTable.columns;

export const admittedPrices = model(new URL("admitted-prices.sql", import.meta.url), {
  reads: { prices: admittedPriceTable },
  takes,
  gives: admittedColumns,
});
export const outpatientPrices = model(new URL("outpatient-prices.sql", import.meta.url), {
  reads: { prices: outpatientPriceTable },
  takes,
  gives: outpatientColumns,
});
export const emergencyPrices = model(new URL("emergency-prices.sql", import.meta.url), {
  reads: { prices: emergencyPriceTable },
  takes,
  gives: emergencyColumns,
});
export const marketForces = model(new URL("market-forces.sql", import.meta.url), {
  reads: { factors: marketForcesTable },
  takes,
  gives: { provider: text, factor_millionths: whole },
});
export const repeatedPrices = model(new URL("repeated-prices.sql", import.meta.url), {
  reads: {
    admitted: admittedPriceTable,
    outpatient: outpatientPriceTable,
    emergency: emergencyPriceTable,
    market_forces: marketForcesTable,
  },
  takes,
  gives: { list: text, code: text, times: whole },
});

/** A year's prices as the pure rules take them, to explain single rows by. */
export async function readPrices(engine: Engine, files: PriceFiles, year: FinancialYear): Promise<Prices> {
  const values = { price_year: year };
  const admitted = await engine.query(admittedPrices, { files: { prices: files.admitted }, values });
  const outpatient = await engine.query(outpatientPrices, { files: { prices: files.outpatient }, values });
  const emergency = await engine.query(emergencyPrices, { files: { prices: files.emergency }, values });
  const factors = await engine.query(marketForces, { files: { factors: files.marketForces }, values });
  return {
    year,
    admitted: new Map(admitted.map((price) => [price.hrg, price])),
    outpatient: new Map(outpatient.map((price) => [price.treatment_function, price])),
    emergency: new Map(emergency.map((price) => [price.hrg, price])),
    marketForces: new Map(factors.map(({ provider, factor_millionths }) => [provider, factor_millionths])),
  };
}

/** A code that a year's price lists hold more than once. */
export type RepeatedPrice = Row<typeof repeatedPrices.columns>;

/** The codes whose price cannot be told because a list holds them more than once. */
export function findRepeatedPrices(
  engine: Engine,
  { marketForces: factors, ...lists }: PriceFiles,
  year: FinancialYear,
): Promise<readonly RepeatedPrice[]> {
  const files = { ...lists, market_forces: factors };
  return engine.query(repeatedPrices, { files, values: { price_year: year } });
}
