import {
  ADMITTED_PRICE_COLUMNS,
  EMERGENCY_PRICE_COLUMNS,
  MARKET_FORCES_COLUMNS,
  OUTPATIENT_PRICE_COLUMNS,
  type PriceList,
} from "../money/price-list.ts";
import { BENCHMARK_COLUMNS, benchmarkRows } from "../quality/benchmarks.ts";
import {
  MEMBERSHIP_COLUMNS,
  membershipRows,
  ORGANISATION_COLUMNS,
  organisationRows,
  PARTICIPATION_COLUMNS,
  participationRows,
} from "../setting/directory.ts";
import type { Setting } from "../setting/fenmere.ts";
import { csvFile, type WrittenFile } from "./csv-file.ts";

/** Writes what does not follow from months going by: the directory, the prices of all years, benchmarks. */
export function writeStanding(folder: string, setting: Setting, prices: readonly PriceList[]): readonly WrittenFile[] {
  return [
    sheet(folder, "organisations.csv", ORGANISATION_COLUMNS, organisationRows(setting)),
    sheet(folder, "memberships.csv", MEMBERSHIP_COLUMNS, membershipRows(setting)),
    sheet(folder, "participation.csv", PARTICIPATION_COLUMNS, participationRows(setting)),
    sheet(folder, "benchmarks.csv", BENCHMARK_COLUMNS, benchmarkRows(setting), "value"),
    sheet(
      folder,
      "prices-admitted.csv",
      ADMITTED_PRICE_COLUMNS,
      prices.flatMap(({ admitted }) => admitted),
      "non_elective",
    ),
    sheet(
      folder,
      "prices-outpatient.csv",
      OUTPATIENT_PRICE_COLUMNS,
      prices.flatMap(({ outpatient }) => outpatient),
      "first_single",
    ),
    sheet(
      folder,
      "prices-emergency.csv",
      EMERGENCY_PRICE_COLUMNS,
      prices.flatMap(({ emergency }) => emergency),
      "type_1_2",
    ),
    sheet(
      folder,
      "market-forces.csv",
      MARKET_FORCES_COLUMNS,
      prices.flatMap(({ marketForces }) => marketForces),
    ),
  ];
}

/** Writes a whole file of rows. */
export function sheet<C extends string>(
  folder: string,
  path: string,
  columns: readonly C[],
  rows: Iterable<Readonly<Record<C, string | number>>>,
  checked?: NoInfer<C>,
): WrittenFile {
  const file = csvFile(folder, path, columns, checked);
  for (const row of rows) file.write(row);
  return file.close();
}
