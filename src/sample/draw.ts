import type { Random } from "./random.ts";

/** Things that may be drawn, each as often as its weight says. */
export interface Draw<T> {
  readonly values: readonly T[];
  readonly cumulative: Float64Array;
}

/** Makes a draw; throws a RangeError where nothing weighs anything. */
export function draw<T>(values: readonly T[], weightOf: (value: T) => number): Draw<T> {
  const cumulative = new Float64Array(values.length);
  let sum = 0;
  values.forEach((value, at) => {
    sum += weightOf(value);
    cumulative[at] = sum;
  });
  if (!(sum > 0)) throw new RangeError("Nothing can be drawn where nothing weighs anything");
  return { values, cumulative };
}

/** Draws one by weight. */
export function drawn<T>({ values, cumulative }: Draw<T>, random: Random): T {
  const at = placeIn(cumulative, 0, cumulative.length, random.next() * (cumulative.at(-1) ?? 0));
  return values[at] as T;
}

/** The first place in a stretch of running totals that is above a target. */
export function placeIn(cumulative: Float64Array, from: number, until: number, target: number): number {
  let [low, high] = [from, until - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
