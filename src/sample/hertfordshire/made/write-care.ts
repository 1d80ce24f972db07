import { join } from "node:path";
import { type CsvFile, csvFile } from "../../output/csv-file.ts";
import type { HertfordshireFounding } from "../founding.ts";
import type { FileToLoad } from "../load-files.ts";
import type { ListedPractice } from "../practices.ts";
import { PCT } from "../walk-through.ts";
import { ATTENDANCE_COLUMNS, attendanceMaker } from "./attendances.ts";
import { nationalCaseMix } from "./case-mix.ts";
import { EMERGENCY_COLUMNS, emergencyMaker } from "./emergencies.ts";
import { monthlyTotals } from "./monthly-totals.ts";
import type { Scene } from "./scene.ts";
import { SPELL_COLUMNS, spellMaker } from "./spells.ts";
import { type MadeMonth, madeMonths } from "./window.ts";

/** The years whose lists price what is made; what neither prices is not drawn. */
const PRICE_YEARS = { earlier: "2017/18", later: "2018/19" };

/** Makes the PCT's hospital care in the months behind the budget year, a file a month of each kind. */
export async function writeCare(
  founding: HertfordshireFounding,
  practices: readonly ListedPractice[],
): Promise<readonly FileToLoad[]> {
  const { rulebook, shared, folder, seed, tell } = founding;
  const totals = monthlyTotals(shared, PCT);
  const scene: Scene = { seed, practices, caseMix: await nationalCaseMix(founding, shared, PRICE_YEARS) };
  const make = { spells: spellMaker(scene), attendances: attendanceMaker(scene), emergency: emergencyMaker(scene) };
  const months = madeMonths(rulebook);
  return months.flatMap(({ month, totalsOf }, done) => {
    tell(`Making ${month}`, done + 1, months.length);
    const own = totals.get(totalsOf);
    if (own === undefined) throw new RangeError(`The monthly return of ${PCT} has no ${totalsOf}`);
    const open = <C extends string>(kind: string, columns: readonly C[]) =>
      csvFile(folder, join(kind, `${month}.csv`), columns);
    writeAll(open("spells", SPELL_COLUMNS), make.spells(month, own));
    writeAll(open("attendances", ATTENDANCE_COLUMNS), make.attendances(month, own));
    writeAll(open("emergency", EMERGENCY_COLUMNS), make.emergency(month, own));
    return Object.keys(make).map((kind) => toLoad(join(folder, kind, `${month}.csv`), { month, totalsOf }));
  });
}

function writeAll<C extends string>(file: CsvFile<C>, rows: Iterable<Readonly<Record<C, string | number>>>): void {
  for (const row of rows) file.write(row);
  file.close();
}

function toLoad(path: string, { month, totalsOf }: MadeMonth): FileToLoad {
  const standIn = `Made to the monthly totals of ${totalsOf}, which stand for ${month} (settled ¶stand-ins-3).`;
  return { path, batch: "made care", madeUp: true, ...(month !== totalsOf && { standIn }) };
}
