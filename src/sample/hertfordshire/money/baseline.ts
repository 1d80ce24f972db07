import { activityMartFiles, practiceBaseline } from "#features/activity/index.ts";
import { type FinancialYear, firstDayOf, yearOf } from "#kernel/period.ts";
import type { HertfordshireFounding } from "../founding.ts";
import { madeMonths } from "../made/window.ts";
import { FINANCE } from "../people.ts";
import { DAYS, PCT, PLACE, YEAR } from "../walk-through.ts";

/** What a practice's patients had in the months behind the budget year, in pence: at the months' own prices and the budget's. */
export interface Baseline {
  readonly own: number;
  readonly budget: number;
}

/** Prices the loaded care as a budget run does, so that the envelope can be stated a little above it. */
export async function baselines(founding: HertfordshireFounding): Promise<ReadonlyMap<string, Baseline>> {
  const { engine, lake, rulebook, snapshots, at, tell } = founding;
  const on = firstDayOf(YEAR);
  const months = madeMonths(rulebook).map(({ month }) => month);
  const standIns = rulebook.find(PLACE, "stand-in.prices", on)?.value ?? {};
  const pricesOf = (year: FinancialYear) => (standIns[year] ?? year) as FinancialYear;
  const snapshot = await snapshots.publish(
    { commissioner: PCT, sight: [PCT], months, place: PLACE, on, pricesOf, yearOf, budgetYear: YEAR },
    { actor: FINANCE, at: at(DAYS.loaded) },
    ({ done, of }) => tell("Pricing care: baseline", done, of),
  );
  if ("refused" in snapshot) throw new Error("The price files have a price twice");
  const rows = await engine.query(practiceBaseline, {
    files: {
      own_year: activityMartFiles(lake.root, snapshot, "own", [PCT]),
      budget_year: activityMartFiles(lake.root, snapshot, "budget", [PCT]),
    },
    values: { first_month: months[0] ?? "", last_month: months.at(-1) ?? "" },
  });
  const sum = (own: typeof rows, of: "own_pence" | "budget_pence") => own.reduce((total, row) => total + row[of], 0);
  return new Map(
    [...Map.groupBy(rows, ({ practice }) => practice)].map(([practice, own]) => [
      practice,
      { own: sum(own, "own_pence"), budget: sum(own, "budget_pence") },
    ]),
  );
}
