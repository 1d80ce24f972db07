import { type Dimension, gridOf } from "./grid.ts";
import type { Profile } from "./profile.ts";
import type { Table } from "./table.ts";

/**
 * A cell as it is published: a figure; suppressed, being small or standing beside a small one; or withheld, being one of
 * a line of so few that even which of them are small would give them away.
 */
export type Shown = number | "suppressed" | "withheld";

/** A table as it is published, cells in the order of the table behind it. Nothing else of that table leaves the house. */
export interface PublishedTable {
  readonly profile: Profile;
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly Shown[];
  /** Beside which counts an exact figure, such as money, may stand: those with which no suppressed count was added up. */
  readonly exactBeside: readonly boolean[];
}

/** A table that was published before, with the counts behind it. */
export interface EarlierRelease {
  readonly table: Table;
  readonly published: PublishedTable;
}

/** The cell under some codes; nothing for a dimension is its total. */
export function shownAt({ dimensions, cells }: PublishedTable, at: readonly (string | undefined)[]): Shown | undefined {
  const { sizes, strides } = gridOf(dimensions);
  const cell = dimensions.reduce((sum, { codes }, dimension) => {
    const code = at[dimension];
    const place = code === undefined ? (sizes[dimension] ?? 1) - 1 : codes.indexOf(code);
    return place === -1 ? Number.NaN : sum + place * (strides[dimension] ?? 1);
  }, 0);
  return cells[cell];
}

/** A percentage from what is published and nothing else; nothing where either part is suppressed or the whole is nobody. */
export function percentageOf(profile: Profile, part: Shown | undefined, whole: Shown | undefined): number | undefined {
  if (typeof part !== "number" || typeof whole !== "number" || whole === 0) return undefined;
  const places = whole >= profile.wholeForDecimal ? 10 : 1;
  return Math.round((100 * places * part) / whole) / places;
}
