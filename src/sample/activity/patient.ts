import { type DayNumber, dayText } from "../calendar.ts";
import { nhsNumbers, postcode } from "../population/identifiers.ts";
import type { Population } from "../population/population.ts";
import { random } from "../random.ts";

/** What identifies a patient in a file, as a sender writes it. */
export interface Identity {
  readonly nhs_number: string;
  readonly date_of_birth: string;
  readonly postcode: string;
  readonly sex: string;
}

/** Gives every person of a population their identity. */
export type Identify = (person: number) => Identity;

/** Identities under a seed; people live in the district of the practice that they were with first. */
export function identities(population: Population, seed: number): Identify {
  const numbers = nhsNumbers(population.born.length, random(seed, "identities").below(1_000_000));
  return (person) => ({
    nhs_number: numbers[person] as string,
    date_of_birth: dayText(population.born[person] as DayNumber),
    postcode: postcode(10 + (population.home[person] as number), Math.imul(person, 104_729) >>> 8),
    sex: String(population.sex[person]),
  });
}
