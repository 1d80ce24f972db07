/** A stream of chance. The same seed and name give the same numbers on every machine, whatever other streams are drawn. */
export interface Random {
  /** At least nought and less than one. */
  next(): number;
  /** A whole number from nought up to, not including, the limit. */
  below(limit: number): number;
  chance(probability: number): boolean;
  normal(): number;
  /** Gamma with the given shape and a mean of one: the larger the shape, the nearer to one. */
  gamma(shape: number): number;
  poisson(mean: number): number;
}

/** Opens the stream of a name under a seed: xoshiro128** started by splitmix32. */
export function random(seed: number, name: string): Random {
  const next = xoshiro(seed, name);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
    normal,
    gamma: (shape) => gamma(shape, next, normal) / shape,
    poisson: (mean) => poisson(mean, next),
  };
}

function xoshiro(seed: number, name: string): () => number {
  const split = splitmix(seed, name);
  let [a, b, c, d] = [split(), split(), split(), split()];
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result / 4_294_967_296;
  };
}

function splitmix(seed: number, name: string): () => number {
  let state = seed | 0;
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

/** Marsaglia and Tsang's method; a shape under one is reached from the next by a power of chance. */
function gamma(shape: number, next: () => number, normal: () => number): number {
  if (shape < 1) return gamma(shape + 1, next, normal) * (1 - next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - next()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Counts exponential gaps, a piece of the mean at a time: exact, at one draw for each event. */
function poisson(mean: number, next: () => number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 25) {
    const floor = Math.exp(-Math.min(left, 25));
    for (let product = 1 - next(); product > floor; product *= 1 - next()) count += 1;
  }
  return count;
}
