/** What was measured, and in how many seconds. */
export interface Timed<T> {
  readonly value: T;
  readonly seconds: number;
}

export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

const RUNS = 3;
/** After so many seconds nothing is measured once more. */
const LONG = 45;

/** Measures up to three times, as long as that is soon done. */
export async function repeated<T>(measure: (run: number) => Promise<T>): Promise<readonly [T, ...T[]]> {
  const start = performance.now();
  const found: [T, ...T[]] = [await measure(0)];
  while (found.length < RUNS && performance.now() - start < LONG * 1000) found.push(await measure(found.length));
  return found;
}

/** The least of what several runs found of something. */
export function best<T>(runs: readonly [T, ...T[]], of: (run: T) => number): number {
  return Math.min(...runs.map(of));
}
