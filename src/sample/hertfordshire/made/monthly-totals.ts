import { join } from "node:path";
import { type Month, month } from "#kernel/period.ts";
import { csvRows } from "../csv-text.ts";

/** What the hospitals returned for a PCT's patients in a month. */
export interface MonthlyTotals {
  readonly ordinary: number;
  readonly dayCases: number;
  readonly nonElective: number;
  readonly firstAttendances: number;
}

/** The monthly activity return of 2012/13 for a PCT, by month. Throws a RangeError for a count that is no whole number. */
export function monthlyTotals(shared: string, pct: string): ReadonlyMap<Month, MonthlyTotals> {
  const rows = csvRows(join(shared, "mar-activity-2012-13", "pct-monthly-activity-2012-13.csv"));
  return new Map(
    rows
      .filter((cell) => cell("pct_code") === pct)
      .map((cell) => {
        const count = (column: string) => whole(cell(column), `${column} of ${pct} in ${cell("month")}`);
        return [
          month(cell("month")),
          {
            ordinary: count("elective_ordinary_admissions"),
            dayCases: count("elective_daycase_admissions"),
            nonElective: count("non_elective_admissions"),
            firstAttendances: count("first_outpatient_attendances_ga"),
          },
        ] as const;
      }),
  );
}

function whole(text: string, what: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count)) throw new RangeError(`${what} is ${text}, which is no whole number`);
  return count;
}
