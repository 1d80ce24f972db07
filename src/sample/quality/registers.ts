import { listSize } from "../population/lists.ts";
import type { Roll } from "../population/roll.ts";
import { random } from "../random.ts";
import { agesOf, type ByBand } from "../setting/bands.ts";
import type { Setting } from "../setting/fenmere.ts";
import { tableFile } from "../setting/table-file.ts";

export const PREVALENCE_COLUMNS = ["practice", "year", "register", "patients", "list_size"] as const;
export const QOF_COLUMNS = ["practice", "year", "points"] as const;

type Rows<C extends readonly string[]> = Generator<Readonly<Record<C[number], string | number>>>;

interface Register {
  readonly register: string;
  readonly perThousand: number;
  readonly ages: ByBand;
  readonly firstYear: number;
  readonly growth: number;
}

/** Patients on disease registers at a year's end: follows the ages on the list and the practice's need. */
export function* prevalenceRows(
  year: string,
  roll: Roll,
  setting: Setting,
  seed: number,
): Rows<typeof PREVALENCE_COLUMNS> {
  const chance = random(seed, `prevalence ${year}`);
  const start = Number(year.slice(0, 4));
  for (const { register, perThousand, ages, firstYear, growth } of registers()) {
    if (start < firstYear) continue;
    const scale =
      (perThousand * (1 + growth) ** (start - firstYear)) / 1000 / (weightOf(roll, ages) / roll.people.length);
    for (const [at, { code, need }] of setting.practices.entries()) {
      const size = listSize(roll, at);
      if (size === 0) continue;
      const expected = weightOf(roll, ages, at) * scale * need * chance.gamma(120);
      yield { practice: code, year, register, patients: Math.min(chance.poisson(expected), size), list_size: size };
    }
  }
}

function registers(): readonly Register[] {
  return tableFile("registers.csv").map((cell) => ({
    register: cell("register"),
    perThousand: Number(cell("per_thousand")),
    ages: agesOf(cell("ages")),
    firstYear: Number(cell("first_year")),
    growth: Number(cell("growth")),
  }));
}

/** What the people of a practice, or of all, weigh by age. */
function weightOf({ people, starts, bands }: Roll, ages: ByBand, practice?: number): number {
  const some = practice === undefined ? people : people.subarray(starts[practice], starts[practice + 1]);
  let sum = 0;
  for (const person of some) sum += ages[bands[person] as number] as number;
  return sum;
}

/** Points of the quality framework: most practices near the most there are, a few well below. */
export function* qofRows(year: string, roll: Roll, setting: Setting, seed: number): Rows<typeof QOF_COLUMNS> {
  const habits = random(seed, "qof");
  const most = year < "2006/07" ? 1050 : 1000;
  const gained = (Number(year.slice(0, 4)) - 2005) * 0.006;
  for (const [at, { code }] of setting.practices.entries()) {
    const missed = Math.min(0.3, 0.045 * habits.gamma(0.9));
    const chance = random(seed, `qof ${year} ${code}`);
    const share = Math.min(1, 1 - missed + gained + chance.normal() * 0.006);
    if (listSize(roll, at) > 0) yield { practice: code, year, points: (most * share).toFixed(2) };
  }
}
