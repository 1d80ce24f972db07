/** Seconds by the clock, and of the processors, which other work on the machine lengthens less. */
export interface Time {
  readonly seconds: number;
  readonly work: number;
}

export const NO_TIME: Time = { seconds: 0, work: 0 };

/** What was measured, and in what time. */
export interface Timed<T> extends Time {
  readonly value: T;
}

export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (performance.now() - start) / 1000, work: (user + system) / 1e6 };
}

const RUNS = 3;
/** After so many seconds nothing is measured once more. */
const LONG = 20;

/** Measures up to three times, as long as that is soon done. */
export async function repeated<T>(measure: (run: number) => Promise<T>): Promise<readonly [T, ...T[]]> {
  const start = performance.now();
  const found: [T, ...T[]] = [await measure(0)];
  while (found.length < RUNS && performance.now() - start < LONG * 1000) found.push(await measure(found.length));
  return found;
}

/** The least time that several runs took for something. */
export function best<T>(runs: readonly [T, ...T[]], of: (run: T) => Time): Time {
  const times = runs.map(of);
  return {
    seconds: Math.min(...times.map(({ seconds }) => seconds)),
    work: Math.min(...times.map(({ work }) => work)),
  };
}

/** Times one after the other. */
export function sumOf(times: readonly Time[]): Time {
  return {
    seconds: times.reduce((sum, { seconds }) => sum + seconds, 0),
    work: times.reduce((sum, { work }) => sum + work, 0),
  };
}
