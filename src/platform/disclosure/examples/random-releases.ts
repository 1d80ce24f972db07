import { gridOf, nameOf } from "../grid.ts";
import { isSmall, type Profile } from "../profile.ts";
import type { PublishedTable } from "../published.ts";
import { type Counted, type Table, tableOf } from "../table.ts";
import type { Found } from "./attacker.ts";

/** A source of numbers from 0 up to but not including 1. */
export type Chance = () => number;

/** The same numbers for the same seed, whatever the machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SIZES = [[7], [4, 4], [3, 3, 3]] as const;

const whole = (chance: Chance, most: number): number => Math.floor(chance() * (most + 1));

/** Counts as practices have them: often none, often a few, sometimes many. */
function someCount(chance: Chance): number {
  const kind = chance();
  if (kind < 0.25) return 0;
  if (kind < 0.6) return whole(chance, 5);
  return kind < 0.85 ? whole(chance, 20) : whole(chance, 200);
}

/** A table of one to three dimensions, filled by chance. */
export function randomTable(chance: Chance): Table {
  const sizes = SIZES[whole(chance, 2)] ?? [7];
  const dimensions = sizes.map((most, at) => ({
    name: `d${at}`,
    codes: Array.from({ length: 2 + whole(chance, most - 2) }, (_, code) => `c${code}`),
  }));
  return tableOf(
    dimensions,
    filled(dimensions, () => someCount(chance)),
  );
}

/** What a table may be when it is published again: a month longer, a practice more, or with some counts corrected. */
export function laterTable({ dimensions, counts }: Table, chance: Chance): Table {
  const grown = chance() < 0.7 ? whole(chance, dimensions.length - 1) : -1;
  const later = dimensions.map(({ name, codes }, at) => ({
    name,
    codes: at === grown ? [...codes, `c${codes.length}`] : codes,
  }));
  const before = new Map(gridNames({ dimensions, counts }).map((name, cell) => [name, counts[cell] ?? 0]));
  const corrected = chance() < 0.5 ? 0.3 : 0;
  return tableOf(
    later,
    filled(later, (name) => {
      const known = before.get(name);
      if (known === undefined) return someCount(chance);
      return chance() < corrected ? Math.max(0, known - 2 + whole(chance, 4)) : known;
    }),
  );
}

function filled(dimensions: Table["dimensions"], count: (name: string) => number): readonly Counted[] {
  const all = dimensions.reduce<readonly (readonly string[])[]>(
    (found, { codes }) => found.flatMap((at) => codes.map((code) => [...at, code])),
    [[]],
  );
  const nameAt = (at: readonly string[]) => dimensions.map(({ name }, index) => `${name}=${at[index]}`).join("&");
  return all.map((at) => ({ at, count: count(nameAt(at)) }));
}

function gridNames({ dimensions, counts }: Table): readonly string[] {
  const grid = gridOf(dimensions);
  return counts.map((_, cell) => nameOf(dimensions, grid, cell));
}

/** A published table as the attacker is given it, told more than anybody outside could know. */
export function foundBy(table: Table, published: PublishedTable): Found {
  const { profile, cells, dimensions } = published;
  return {
    cells,
    codes: dimensions.map(({ codes }) => codes),
    largestSuppressed: profile.largestSuppressed,
    roundedTo: profile.roundedTo,
    told: table.counts.map((count) => (isSmall(profile, count) ? "small" : count === 0 ? undefined : "large")),
    exact: table.counts.map((count, cell) => (published.exactBeside[cell] ? count : undefined)),
    names: gridNames(table).map((name, cell) => `${name}:${table.counts[cell]}`),
  };
}

/** A table with its small counts suppressed and nothing beside them, as it must never be published. */
export function withoutSecondary(table: Table, profile: Profile): PublishedTable {
  return {
    profile,
    dimensions: table.dimensions,
    cells: table.counts.map((count) => {
      if (isSmall(profile, count)) return "suppressed";
      return Math.round(count / profile.roundedTo) * profile.roundedTo;
    }),
    exactBeside: [],
  };
}
