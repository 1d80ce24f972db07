import { type Pence, pence } from "./money.ts";

/** Who shares, and with what weight: nought or more, with at most six decimals that count. */
export interface Claim {
  readonly key: string;
  readonly weight: number;
}

interface Portion {
  readonly key: string;
  readonly whole: bigint;
  readonly remainder: bigint;
}

/**
 * Splits an amount in proportion to weights by the method of largest remainders, so that the shares add up to the
 * amount to the penny. Equal remainders are settled by key, so that the order of the claims does not matter.
 * Throws a RangeError for a weight that is negative or not a number, a key given twice, or weights that add up to nought.
 */
export function shares(amount: Pence, claims: readonly Claim[]): ReadonlyMap<string, Pence> {
  const weights = claims.map(({ key, weight }) => ({ key, weight: millionths(key, weight) }));
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0n);
  if (whole === 0n) throw new RangeError("Shares need at least one weight above nought");
  const size = BigInt(Math.abs(amount));
  const portions = weights.map(({ key, weight }): Portion => {
    const product = size * weight;
    return { key, whole: product / whole, remainder: product % whole };
  });
  const left = Number(size - portions.reduce((sum, portion) => sum + portion.whole, 0n));
  const lucky = new Set(
    portions
      .toSorted(byRemainder)
      .slice(0, left)
      .map(({ key }) => key),
  );
  const sign = Math.sign(amount);
  const shared = new Map(
    portions.map(({ key, whole: sure }) => [key, pence(sign * (Number(sure) + (lucky.has(key) ? 1 : 0)))]),
  );
  if (shared.size !== claims.length) throw new RangeError("A key claims twice");
  return shared;
}

function byRemainder(a: Portion, b: Portion): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

function millionths(key: string, weight: number): bigint {
  if (!Number.isFinite(weight) || weight < 0) throw new RangeError(`The weight of ${key} is ${weight}`);
  return BigInt(Math.round(weight * 1_000_000));
}
