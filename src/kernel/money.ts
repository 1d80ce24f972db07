declare const unit: unique symbol;

/** A whole number of pence; negative where money goes the other way. */
export type Pence = number & { readonly [unit]: "pence" };

/** A rate in hundredths of one per cent: 10% is 1,000. */
export type BasisPoints = number & { readonly [unit]: "basis points" };

/** States that a number is whole pence; throws a RangeError where it is not a safe whole number. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of pence`);
  return (amount === 0 ? 0 : amount) as Pence;
}

/** States that a number is a rate in basis points; throws a RangeError where it is not whole. */
export function basisPoints(rate: number): BasisPoints {
  if (!Number.isSafeInteger(rate)) throw new RangeError(`${rate} is not a whole number of basis points`);
  return rate as BasisPoints;
}

/**
 * The product's one way to round a quotient to a whole number: to the nearest, halves away from nought, so that a debt
 * and a credit of the same size round alike. Exact, because both sides are whole.
 */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError("Nothing can be divided by nought");
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const whole = (2n * n + d) / (2n * d);
  return negative ? -whole : whole;
}

/** The part of an amount that a rate gives, to the nearest penny. */
export function partOf(amount: Pence, rate: BasisPoints): Pence {
  return pence(Number(roundedQuotient(BigInt(amount) * BigInt(rate), 10_000n)));
}

/** The amount with a rate put on: 2.5% on £100 is £102.50. */
export function uplifted(amount: Pence, rate: BasisPoints): Pence {
  return pence(amount + partOf(amount, rate));
}

/** How far a is from b as a rate of b, to the nearest basis point. */
export function distance(a: Pence, b: Pence): BasisPoints {
  return basisPoints(Number(roundedQuotient((BigInt(a) - BigInt(b)) * 10_000n, BigInt(b))));
}

/** The sum of amounts; nought for none. */
export function total(amounts: Iterable<Pence>): Pence {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return pence(sum);
}
