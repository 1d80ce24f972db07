/** How small counts are protected: what is suppressed, how the rest is rounded, and what must stay open to anyone. */
export interface Profile {
  readonly name: string;
  /** Counts from 1 to this one are suppressed. */
  readonly largestSuppressed: number;
  /** Other counts are given to the nearest multiple of this; 1 leaves them as they are. Zero is always zero. */
  readonly roundedTo: number;
  /** How many whole values of a suppressed small count must stay possible to anyone who has all that was published. */
  readonly leastValues: number;
  /** How large a whole must be for percentages of it to have a decimal place. */
  readonly wholeForDecimal: number;
}

/** Throws where the numbers of a profile contradict one another: nothing that is shown may look like nobody. */
export function checkProfile({ name, largestSuppressed, roundedTo, leastValues }: Profile): void {
  if (2 * (largestSuppressed + 1) < roundedTo)
    throw new RangeError(`${name}: counts above ${largestSuppressed} would be rounded to zero`);
  if (leastValues < 2 || leastValues > largestSuppressed)
    throw new RangeError(`${name}: ${leastValues} whole values cannot stay possible of 1 to ${largestSuppressed}`);
}

/** What may be known of a count: the least and greatest whole number it can be. */
export interface Bounds {
  readonly least: number;
  readonly greatest: number;
}

/** Whether a count is so small that it is suppressed. */
export function isSmall({ largestSuppressed }: Profile, count: number): boolean {
  return count > 0 && count <= largestSuppressed;
}

/** A count as it is shown where it is not suppressed; halves are rounded up. */
export function shownAs({ roundedTo }: Profile, count: number): number {
  return Math.floor((2 * count + roundedTo) / (2 * roundedTo)) * roundedTo;
}

/** What a shown figure tells of the count behind it. */
export function boundsOfShown({ roundedTo, largestSuppressed }: Profile, shown: number): Bounds {
  if (shown === 0) return { least: 0, greatest: 0 };
  const least = Math.ceil(shown - roundedTo / 2);
  return { least: Math.max(least, largestSuppressed + 1), greatest: Math.ceil(shown + roundedTo / 2) - 1 };
}

/** What a suppressed count is known to be, where it is known whether it is small itself or stands beside one. */
export function boundsOfSuppressed({ largestSuppressed }: Profile, count: number): Bounds {
  if (count === 0) return ANY_COUNT;
  if (count <= largestSuppressed) return { least: 1, greatest: largestSuppressed };
  return { least: largestSuppressed + 1, greatest: Number.POSITIVE_INFINITY };
}

/** All that is known of any count. */
export const ANY_COUNT: Bounds = { least: 0, greatest: Number.POSITIVE_INFINITY };
