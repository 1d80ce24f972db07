import { random } from "../random.ts";

/** A practice of a country that does not exist. */
export interface CountryPractice {
  readonly practice: string;
  readonly number: number;
  readonly commissioner: string;
  readonly area: string;
  readonly nearProvider: string;
  readonly farProvider: string;
  /** How many slots it has: its size. */
  readonly slots: number;
}

const PRACTICES_OF_A_COMMISSIONER = 53;
const PRACTICES_OF_A_PROVIDER = 40;
/** Patients behind each slot of a practice. */
export const PEOPLE_OF_A_SLOT = 900;

/** Practices with their sizes, commissioners and hospitals; neighbours in number are neighbours in the country. */
export function countryPractices(count: number, seed: number): readonly CountryPractice[] {
  const chance = random(seed, "country");
  const providers = Math.ceil(count / PRACTICES_OF_A_PROVIDER);
  return Array.from({ length: count }, (_, number) => ({
    practice: `X${String(number + 1).padStart(5, "0")}`,
    number,
    commissioner: code("Z", Math.floor(number / PRACTICES_OF_A_COMMISSIONER)),
    area: `ZZ${10 + (number % 90)}`,
    nearProvider: code("V", Math.floor(number / PRACTICES_OF_A_PROVIDER)),
    farProvider: code("V", (Math.floor(number / PRACTICES_OF_A_PROVIDER) * 7 + 3) % providers),
    slots: Math.max(1, Math.min(24, Math.round(8 * chance.gamma(2.6)))),
  }));
}

/** `Z00` to `ZZZ`: codes of organisations that nobody has. */
function code(letter: string, number: number): string {
  return `${letter}${number.toString(36).toUpperCase().padStart(2, "0")}`;
}
