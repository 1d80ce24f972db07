import type { Day, FinancialYear, Month } from "#kernel/period.ts";
import type { PublishedTable } from "#platform/disclosure/published.ts";
import type { PointOfDelivery } from "../rules/point-of-delivery.ts";

/** One year of a release: counts by practice, point of delivery and month, and what stands beside them. */
export interface ReleasedYear {
  readonly year: FinancialYear;
  readonly counts: PublishedTable;
  /** Pence cell by cell; nothing where the count, or any that it adds up, is suppressed. */
  readonly pence: readonly (number | null)[];
}

/** All that a release shows. Pages and files are made from this and nothing else. */
export interface ReleasedContent {
  readonly pct: string;
  readonly snapshot: string;
  readonly on: Day;
  /** What the profile does, in a sentence, and the paragraph it rests on. */
  readonly profile: { readonly sentence: string; readonly source: string };
  /** Names of the PCT and its practices on the day. */
  readonly names: Readonly<Record<string, string>>;
  readonly years: readonly ReleasedYear[];
}

/** The dimensions of a released table, in their order. */
export interface ReleasedPlace {
  readonly practice?: string | undefined;
  readonly point?: PointOfDelivery | undefined;
  readonly month?: Month | undefined;
}

/** The codes of a place as a table is asked for them; what is left out is a total. */
export function codesOf({ practice, point, month }: ReleasedPlace): readonly (string | undefined)[] {
  return [practice, point, month];
}
