/** How much is made, read, priced and loaded. Rows are those of a whole year. */
export interface BenchSize {
  readonly name: "england" | "county";
  readonly practices: number;
  readonly spells: number;
  readonly attendances: number;
  readonly emergency: number;
  readonly seed: number;
}

/** Practices of the PCT whose budgets are worked out by themselves. */
export const PRACTICES_OF_A_PCT = 100;

/** England, and a county of a million people. */
export const SIZES: Readonly<Record<BenchSize["name"], BenchSize>> = {
  england: {
    name: "england",
    practices: 8_000,
    spells: 20_000_000,
    attendances: 100_000_000,
    emergency: 20_000_000,
    seed: 1,
  },
  county: {
    name: "county",
    practices: 160,
    spells: 400_000,
    attendances: 2_000_000,
    emergency: 400_000,
    seed: 1,
  },
};

/** A size with so much of everything, and one practice at the least. */
export function scaled(size: BenchSize, scale: number): BenchSize {
  const part = (count: number) => Math.max(1, Math.round(count * scale));
  return {
    ...size,
    practices: part(size.practices),
    spells: part(size.spells),
    attendances: part(size.attendances),
    emergency: part(size.emergency),
  };
}

export function rowsOfYear({ spells, attendances, emergency }: BenchSize): number {
  return spells + attendances + emergency;
}

/** The rows of a month of average length. */
export function monthlyRows({ spells, attendances, emergency }: BenchSize) {
  const twelfth = (rows: number) => Math.ceil(rows / 12);
  return { spells: twelfth(spells), attendances: twelfth(attendances), emergency: twelfth(emergency) };
}

/** Bytes that a row takes as Parquet in the year, and as CSV with all that is made of it while its month is loaded. */
const BYTES = { year: 30, month: 330 };
/** The record's database and whatever else does not grow. */
const FIXED = 150_000_000;

/** Bytes of disk that a run needs. */
export function diskNeeded(size: BenchSize, months: number): number {
  const rows = rowsOfYear(size);
  return FIXED + Math.ceil((rows * months * BYTES.year + rows * BYTES.month) / 12);
}
