import type { Month } from "#kernel/period.ts";
import { type Shown, shownAt } from "#platform/disclosure/published.ts";
import { POINTS_OF_DELIVERY, type PointOfDelivery } from "../rules/point-of-delivery.ts";
import { codesOf, type ReleasedContent, type ReleasedPlace, type ReleasedYear } from "./released-content.ts";

/** A count as it was released, and the money beside it. */
export interface ReleasedFigure {
  readonly shown: Shown;
  /** Nothing where it is not given, lest it tell of a suppressed count. */
  readonly pence: number | undefined;
}

/** A year of a release, ready to be shown. */
export interface ReleasedFigures {
  readonly year: ReleasedYear["year"];
  readonly practices: readonly { readonly code: string; readonly name: string }[];
  readonly points: readonly PointOfDelivery[];
  readonly months: readonly Month[];
  readonly at: (place: ReleasedPlace) => ReleasedFigure;
}

/** Reads a year of a release by its places. */
export function figuresOf({ names }: ReleasedContent, { year, counts, pence }: ReleasedYear): ReleasedFigures {
  const [practices = [], points = [], months = []] = counts.dimensions.map(({ codes }) => codes);
  const order = Object.keys(POINTS_OF_DELIVERY);
  const numbered = { ...counts, cells: counts.cells.map((_shown, cell) => cell) };
  return {
    year,
    practices: practices.map((code) => ({ code, name: names[code] ?? code })),
    points: (points as readonly PointOfDelivery[]).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    months: months as readonly Month[],
    at: (place) => {
      const cell = shownAt(numbered, codesOf(place));
      if (typeof cell !== "number") throw new RangeError(`Nothing was released of ${JSON.stringify(place)}`);
      return { shown: counts.cells[cell] ?? "suppressed", pence: pence[cell] ?? undefined };
    },
  };
}
