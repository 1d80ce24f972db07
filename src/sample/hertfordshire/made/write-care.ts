import { join } from "node:path";
import { type FinancialYear, yearOf } from "#kernel/period.ts";
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

/** Makes the PCT's hospital care in the months behind the budget year: a file of each kind for each of the two half-years. */
export async function writeCare(
  founding: HertfordshireFounding,
  practices: readonly ListedPractice[],
): Promise<readonly FileToLoad[]> {
  const { rulebook, shared, folder, seed, tell } = founding;
  const totals = monthlyTotals(shared, PCT);
  const scene: Scene = { seed, practices, caseMix: await nationalCaseMix(founding, shared, PRICE_YEARS) };
  const make = { spells: spellMaker(scene), attendances: attendanceMaker(scene), emergency: emergencyMaker(scene) };
  const months = madeMonths(rulebook);
  let made = 0;
  return [...Map.groupBy(months, ({ month }) => yearOf(month))].flatMap(([year, half]) => {
    const open = <C extends string>(kind: keyof typeof make, columns: readonly C[]) =>
      csvFile(folder, nameOf(kind, year), columns);
    const spells = open("spells", SPELL_COLUMNS);
    const attendances = open("attendances", ATTENDANCE_COLUMNS);
    const emergency = open("emergency", EMERGENCY_COLUMNS);
    for (const { month, totalsOf } of half) {
      made += 1;
      tell(`Making ${month}`, made, months.length);
      const own = totals.get(totalsOf);
      if (own === undefined) throw new RangeError(`The monthly return of ${PCT} has no ${totalsOf}`);
      writeAll(spells, make.spells(month, own));
      writeAll(attendances, make.attendances(month, own));
      writeAll(emergency, make.emergency(month, own));
    }
    for (const file of [spells, attendances, emergency]) file.close();
    return Object.keys(make).map((kind) => toLoad(join(folder, nameOf(kind, year)), half));
  });
}

function nameOf(kind: string, year: FinancialYear): string {
  return `${kind}-${year.replace("/", "-")}.csv`;
}

function writeAll<C extends string>(file: CsvFile<C>, rows: Iterable<Readonly<Record<C, string | number>>>): void {
  for (const row of rows) file.write(row);
}

function toLoad(path: string, half: readonly MadeMonth[]): FileToLoad {
  const file = { path, batch: "made care", madeUp: true };
  const standing = half.filter(({ month, totalsOf }) => month !== totalsOf);
  const [first, last] = [standing[0], standing.at(-1)];
  if (first === undefined || last === undefined) return file;
  const [used, wanted] = [`${first.totalsOf} to ${last.totalsOf}`, `${first.month} to ${last.month}`];
  return {
    ...file,
    standIn: `Made to the monthly totals of ${used}, which stand for ${wanted} (settled ¶stand-ins-3).`,
  };
}
