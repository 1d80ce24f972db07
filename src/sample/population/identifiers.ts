/** How many people the reserved range has numbers for. */
export const MOST_PEOPLE = 900_000;

const RANGE = 1_000_000;
/** Prime to the size of the range, so that every number of it comes once, and neighbours do not follow one another. */
const STRIDE = 618_041;

/**
 * Made-up NHS numbers, all different: from the range 999, which is kept for tests and given to nobody, each with its
 * check digit. Throws a RangeError beyond what the range holds.
 */
export function nhsNumbers(count: number, start: number): readonly string[] {
  if (count > MOST_PEOPLE) throw new RangeError(`There are test NHS numbers for ${MOST_PEOPLE} people, not ${count}`);
  const numbers: string[] = [];
  for (let step = 0; numbers.length < count; step += 1) {
    const body = `999${String((start + step * STRIDE) % RANGE).padStart(6, "0")}`;
    const digit = checkDigit(body);
    // Ten like digits have a valid check digit, and are taken to mean nobody.
    if (digit !== undefined && body !== "999999999") numbers.push(`${body}${digit}`);
  }
  return numbers;
}

/** The modulus-11 check digit of the first nine digits; nothing where the rule leaves them without one. */
export function checkDigit(nine: string): number | undefined {
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(nine[at]) * (10 - at);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? undefined : digit;
}

const INWARD = "ABDEFGHJLNPQRSTUWXYZ";

/** A postcode of the right form in an area, ZZ, that the country does not have. */
export function postcode(district: number, unit: number): string {
  const sector = unit % 10;
  const first = INWARD[Math.floor(unit / 10) % INWARD.length];
  const second = INWARD[Math.floor(unit / 200) % INWARD.length];
  return `ZZ${district} ${sector}${first}${second}`;
}
