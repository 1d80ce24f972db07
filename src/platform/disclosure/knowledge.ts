import { gridOf, linesOf, nameOf, totalsOf } from "./grid.ts";
import {
  ANY_COUNT,
  type Bounds,
  boundsOfShown,
  boundsOfSuppressed,
  isSmall,
  type Profile,
  shownAs,
} from "./profile.ts";
import type { EarlierRelease, PublishedTable, Shown } from "./published.ts";
import type { Table } from "./table.ts";

/**
 * One count as an attacker sees it. A count that stands in several releases and did not change is one unknown: whoever
 * has them all is granted that they know so.
 */
export interface Unknown {
  readonly count: number;
  /** What earlier releases tell of it. */
  earlier: Bounds;
  /** What this release tells of it; nothing where it does not stand in this one. */
  now?: Bounds;
  /** Its cell in this release. */
  cell?: number;
  /** How this release gives it. */
  given?: "shown" | "suppressed" | "withheld";
  /** Whether somewhere it is suppressed as a small count, and whether it is suppressed anywhere. */
  small: boolean;
  hidden: boolean;
  /** Whether an earlier release suppresses it, or the cell it stands in with whatever count. */
  hiddenBefore: boolean;
  /** Whether something beneath it is or was suppressed, so that no exact figure may stand beside it. */
  loosened: boolean;
  /** Whether an earlier release shows it. */
  shownBefore: boolean;
  /** The releases it stands in, with its cell in each. */
  readonly places: { readonly release: number; readonly cell: number }[];
}

/** Where an unknown stands in a release, and the sums that it must keep. */
export interface Release {
  readonly grid: ReturnType<typeof gridOf>;
  /** The unknown of each cell. */
  readonly unknowns: readonly number[];
}

/** All that anyone may know of the tables of this release and of those before it. */
export interface Knowledge {
  readonly profile: Profile;
  readonly unknowns: Unknown[];
  /** The earlier releases, oldest first, then this one. */
  readonly releases: readonly Release[];
  /** The lines of all releases as unknowns, the last of each the total of the others; each once. */
  readonly sums: readonly (readonly number[])[];
}

interface ToPublish {
  readonly table: Table;
  readonly profile: Profile;
  readonly withExactBeside: boolean;
}

/** What would be known if nothing but small counts, and what was suppressed before, were suppressed. */
export function knowledgeOf(toPublish: ToPublish, earlier: readonly EarlierRelease[]): Knowledge {
  const known = new Map<string, number>();
  const unknowns: Unknown[] = [];
  const place = (table: Table, release: number): Release => {
    const grid = gridOf(table.dimensions);
    const placed = table.counts.map((count, cell) => {
      const key = `${nameOf(table.dimensions, grid, cell)}:${count}`;
      const at = known.get(key) ?? unknowns.push(newUnknown(count)) - 1;
      known.set(key, at);
      unknowns[at]?.places.push({ release, cell });
      return at;
    });
    return { grid, unknowns: placed };
  };
  const releases = [...earlier.map(({ table }) => table), toPublish.table].map(place);
  for (const [release, { published }] of earlier.entries()) {
    learnEarlier(published, releases[release]?.unknowns.map((at) => unknowns[at]) ?? []);
  }
  const knowledge = { profile: toPublish.profile, unknowns, releases, sums: sumsOf(releases) };
  learnNow(knowledge, toPublish, cellsOnceHidden(toPublish.table, earlier));
  return knowledge;
}

const NOTHING_KNOWN = { small: false, hidden: false, hiddenBefore: false, loosened: false, shownBefore: false };

function newUnknown(count: number): Unknown {
  return { count, earlier: ANY_COUNT, ...NOTHING_KNOWN, places: [] };
}

function learnEarlier(published: PublishedTable, placed: readonly (Unknown | undefined)[]): void {
  for (const [cell, unknown] of placed.entries()) {
    const shown = published.cells[cell];
    if (unknown === undefined || shown === undefined) continue;
    unknown.earlier = both(unknown.earlier, toldBy(published, cell, shown, unknown.count));
    unknown.shownBefore ||= typeof shown === "number";
    unknown.hiddenBefore ||= typeof shown !== "number";
    unknown.hidden ||= typeof shown !== "number";
    unknown.small ||= shown === "suppressed" && isSmall(published.profile, unknown.count);
  }
}

function toldBy(published: PublishedTable, cell: number, shown: Shown, count: number): Bounds {
  if (shown === "withheld") return ANY_COUNT;
  if (shown === "suppressed") return boundsOfSuppressed(published.profile, count);
  return published.exactBeside[cell] ? { least: count, greatest: count } : boundsOfShown(published.profile, shown);
}

/** The names of the cells that were suppressed in some earlier release, whatever their counts were. */
function cellsOnceHidden({ dimensions }: Table, earlier: readonly EarlierRelease[]): ReadonlySet<number> {
  const names = new Set(
    earlier.flatMap(({ published }) => {
      const grid = gridOf(published.dimensions);
      return published.cells.flatMap((shown, cell) =>
        typeof shown === "number" ? [] : [nameOf(published.dimensions, grid, cell)],
      );
    }),
  );
  const grid = gridOf(dimensions);
  const cells = Array.from({ length: grid.cells }, (_, cell) => cell);
  return new Set(names.size === 0 ? [] : cells.filter((cell) => names.has(nameOf(dimensions, grid, cell))));
}

function learnNow(knowledge: Knowledge, { profile, withExactBeside }: ToPublish, once: ReadonlySet<number>): void {
  const now = nowOf(knowledge);
  const placed = now.unknowns.flatMap((at) => knowledge.unknowns[at] ?? []);
  for (const [cell, unknown] of placed.entries()) {
    const { count } = unknown;
    const exact = { least: count, greatest: count };
    unknown.cell = cell;
    unknown.given = "shown";
    unknown.now = withExactBeside ? exact : boundsOfShown(profile, shownAs(profile, count));
  }
  for (const [cell, unknown] of placed.entries()) {
    if (!isSmall(profile, unknown.count) && !once.has(cell)) continue;
    unknown.small ||= isSmall(profile, unknown.count);
    unknown.hiddenBefore ||= once.has(cell);
    suppress(knowledge, unknown);
  }
}

/** This release, the last of all. */
export function nowOf({ releases }: Knowledge): Release {
  const now = releases.at(-1);
  if (now === undefined) throw new Error("Knowledge has at least the release to be published");
  return now;
}

/** Suppresses a count in this release; the totals above it are then no longer told by exact figures beside them. */
export function suppress(knowledge: Knowledge, unknown: Unknown): void {
  unknown.now = boundsOfSuppressed(knowledge.profile, unknown.count);
  unknown.given = "suppressed";
  unknown.hidden = true;
  loosenTotals(knowledge, unknown);
}

/** Withholds a count in this release: not even whether it is small is told. */
export function withhold(knowledge: Knowledge, unknown: Unknown): void {
  unknown.now = ANY_COUNT;
  unknown.given = "withheld";
  unknown.hidden = true;
  loosenTotals(knowledge, unknown);
}

/** Shows a count again that was suppressed to no purpose: no table by which anything is proven to be open needs it. */
export function showAgain({ profile }: Knowledge, unknown: Unknown): void {
  unknown.now = boundsOfShown(profile, shownAs(profile, unknown.count));
  unknown.given = "shown";
  unknown.hidden = false;
  unknown.loosened = true;
}

function loosenTotals(knowledge: Knowledge, { cell }: Unknown): void {
  const { profile, unknowns } = knowledge;
  const { grid, unknowns: placed } = nowOf(knowledge);
  if (cell === undefined) return;
  for (const total of totalsOf(grid, cell)) {
    const unknown = unknowns[placed[total] ?? -1];
    if (unknown === undefined) continue;
    unknown.loosened = true;
    if (unknown.given === "shown") unknown.now = boundsOfShown(profile, shownAs(profile, unknown.count));
  }
}

/** All that is known of an unknown, from this release and those before it. */
export function boundsOf({ earlier, now }: Unknown): Bounds {
  return now === undefined ? earlier : both(earlier, now);
}

/** What would be known of it if it were suppressed in this release too; nothing where that cannot be. */
export function boundsIfSuppressed({ profile }: Knowledge, { count, earlier, given }: Unknown): Bounds | undefined {
  return given === "shown" && count > 0 ? both(earlier, boundsOfSuppressed(profile, count)) : undefined;
}

function sumsOf(releases: readonly Release[]): Knowledge["sums"] {
  const sums = releases.flatMap(({ grid, unknowns }) =>
    linesOf(grid).map((line) => line.map((cell) => unknowns[cell] ?? -1)),
  );
  return [...new Map(sums.map((sum) => [sum.join(), sum])).values()];
}

function both(one: Bounds, other: Bounds): Bounds {
  return { least: Math.max(one.least, other.least), greatest: Math.min(one.greatest, other.greatest) };
}
