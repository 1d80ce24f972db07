import type { RegisteredList } from "#features/populations/index.ts";
import { type Draw, draw, drawn } from "../../draw.ts";
import type { Random } from "../../random.ts";
import { BAND_STARTS, BANDS, type ByBand } from "../../setting/bands.ts";

/** People of one sex and age band on a list. */
interface Cohort {
  readonly sex: "1" | "2";
  readonly band: number;
  readonly people: number;
}

/** Somebody who had care: no real person, but of an age and sex that the practice's real list has. */
export interface MadePerson {
  readonly sex: "1" | "2";
  readonly age: number;
  readonly band: number;
  /** How many others of that sex and age are on the list, about. */
  readonly alike: number;
}

const OLDEST = 95;
const MOST_ALIKE = 1_024;

/** Draws people from a list, each age as often as it needs a kind of care. */
export function peopleOn(list: RegisteredList, byBand: ByBand): (chance: Random) => MadePerson {
  const cohorts = list.bands.map(
    ({ sex, ageBand, patients }): Cohort => ({
      sex: sex === "1" ? "1" : "2",
      band: (BANDS as readonly string[]).indexOf(ageBand),
      people: patients,
    }),
  );
  const chosen: Draw<Cohort> = draw(cohorts, ({ band, people }) => people * (byBand[band] ?? 0));
  return (chance) => {
    const { sex, band, people } = drawn(chosen, chance);
    const start = BAND_STARTS[band] ?? 0;
    const years = (BAND_STARTS[band + 1] ?? OLDEST) - start;
    return { sex, band, age: start + chance.below(years), alike: Math.max(1, Math.round(people / years)) };
  };
}

/** A pseudonym for one of those alike at a practice; the same number is the same person in every file. */
export function pseudonym(practice: number, { sex, age }: MadePerson, number: number): string {
  return `H${((practice * 128 + age) * 2 + Number(sex) - 1) * MOST_ALIKE + (number % MOST_ALIKE)}`;
}
