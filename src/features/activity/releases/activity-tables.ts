import type { FinancialYear, Month } from "#kernel/period.ts";
import { yearOf } from "#kernel/period.ts";
import type { Sight } from "#platform/access/sight.ts";
import { type Table, tableOf } from "#platform/disclosure/table.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import { practiceBaseline } from "../marts/readings.ts";
import { activityMartFiles, type Snapshot } from "../snapshot.ts";

/** A year's activity of a snapshot before it is protected. It never leaves this folder. */
export interface YearOfActivity {
  readonly year: FinancialYear;
  readonly counts: Table;
  readonly pence: Table;
}

/** Where marts lie, and what reads them. */
export interface Marts {
  readonly engine: Engine;
  readonly lake: Pick<Lake, "root">;
}

/** Reads a snapshot's activity by practice, point of delivery and month, year by year, at each year's own prices. */
export async function readYears(
  { engine, lake }: Marts,
  snapshot: Snapshot,
  sight: Sight,
): Promise<readonly YearOfActivity[]> {
  const months = snapshot.months.map(({ month }) => month).toSorted();
  const [own, budget] = (["own", "budget"] as const).map((prices) =>
    activityMartFiles(lake.root, snapshot, prices, sight),
  );
  const rows = await engine.query(practiceBaseline, {
    files: { own_year: own ?? [], budget_year: budget ?? [] },
    values: { first_month: months[0] ?? "", last_month: months.at(-1) ?? "" },
  });
  const counted = rows.filter(({ own_rows }) => own_rows > 0);
  const byYear = Map.groupBy(months, (month) => yearOf(month));
  return [...byYear].flatMap(([year, of]) => {
    const inYear = counted.filter(({ month }) => of.includes(month as Month));
    return inYear.length === 0 ? [] : [yearTables(year, of, inYear)];
  });
}

interface CountedRow {
  readonly practice: string;
  readonly point_of_delivery: string;
  readonly month: string;
  readonly own_rows: number;
  readonly own_pence: number;
}

function yearTables(year: FinancialYear, months: readonly Month[], rows: readonly CountedRow[]): YearOfActivity {
  const codes = (of: (row: CountedRow) => string) => [...new Set(rows.map(of))].toSorted();
  const dimensions = [
    { name: "practice", codes: codes(({ practice }) => practice) },
    { name: "point", codes: codes(({ point_of_delivery }) => point_of_delivery) },
    { name: "month", codes: months },
  ];
  const filled = (of: (row: CountedRow) => number): Table =>
    tableOf(
      dimensions,
      rows.map((row) => ({ at: [row.practice, row.point_of_delivery, row.month], count: of(row) })),
    );
  return { year, counts: filled(({ own_rows }) => own_rows), pence: filled(({ own_pence }) => own_pence) };
}
