import type { Origin } from "#kernel/explanation.ts";
import type { Link } from "#platform/web/outcome.ts";
import { POINTS_OF_DELIVERY, type PointOfDelivery } from "../rules/point-of-delivery.ts";

type Query = Readonly<Record<string, string | number | null | undefined>>;

/** Which practice's activity of which snapshot; of one month, where one is named. */
export interface ActivityPlace {
  readonly snapshot: string;
  readonly practice: string;
  readonly month?: string | undefined;
}

const enc = encodeURIComponent;

/** Where a practice's activity is, by point of delivery. */
export function activityPath({ snapshot, practice, month }: ActivityPlace): string {
  return `/activity/${enc(snapshot)}/${enc(practice)}${queryText({ month })}`;
}

/** Where one point of delivery is, by HRG or treatment function and provider. */
export function pointPath({ snapshot, practice, month }: ActivityPlace, pointOfDelivery: PointOfDelivery): string {
  return `/activity/${enc(snapshot)}/${enc(practice)}/${pointOfDelivery}${queryText({ month })}`;
}

interface RowsAddress {
  readonly currency: string | null;
  readonly provider: string | null;
  readonly page?: number;
}

/** Where the rows of one HRG or treatment function are; of those without one, where it is nothing. */
export function rowsPath(place: ActivityPlace, pointOfDelivery: PointOfDelivery, rows: RowsAddress): string {
  const { month } = place;
  const { currency, provider, page } = rows;
  const query = queryText({ currency, provider, month, page: page === 1 ? undefined : page });
  return `${pointPath({ ...place, month: undefined }, pointOfDelivery)}/rows${query}`;
}

interface RowAddress {
  readonly load: string;
  readonly row: number;
  /** The ids that lead from the price to a figure it was worked out from. */
  readonly at?: readonly string[];
}

/** Where the price of one row is explained, or a figure in it. */
export function rowPath(
  place: ActivityPlace,
  pointOfDelivery: PointOfDelivery,
  { load, row, at = [] }: RowAddress,
): string {
  const { month } = place;
  const query = queryText({ load, row, month, at: at.length === 0 ? undefined : at.join("/") });
  return `${pointPath({ ...place, month: undefined }, pointOfDelivery)}/row${query}`;
}

/** Where loads are listed; of one dataset, where one is named. */
export function loadsPath(dataset?: string): string {
  return `/loads${queryText({ dataset })}`;
}

/** Where it is shown what is expected, what came and what is late. */
export function loadBoardPath(): string {
  return "/loads/board";
}

/** Where one load is reported. */
export function loadPath(load: string, query: Query = {}): string {
  return `/loads/${enc(load)}${queryText(query)}`;
}

/** Where a file is handed in; as the corrected rows of a load, where one is named. */
export function loadFilePath(corrects?: string): string {
  return `/load${queryText({ corrects })}`;
}

/** Where a file that was handed in waits to be published or dropped. */
export function uploadPath(upload: string): string {
  return `/load/${enc(upload)}`;
}

/** Where a practice looks up one of its own patients; what was found, where a look-up is named. Neither holds who it is. */
export function patientPath({ snapshot, practice }: ActivityPlace, lookUp?: string): string {
  const form = `/activity/${enc(snapshot)}/${enc(practice)}/patient`;
  return lookUp === undefined ? form : `${form}/${enc(lookUp)}`;
}

/** Where everybody reads what was released. */
export function publishedPath(): string {
  return "/published";
}

/** Where one release is; of a year and a practice, or as a file, where they are named. */
export function releasePath(release: string, query: Query = {}): string {
  return `/published/${enc(release)}${queryText(query)}`;
}

/** Where the data behind a PCT's figures is shown. */
export function qualityPath(pct: string): string {
  return `/quality/${enc(pct)}`;
}

/** Leads from a figure that was counted from activity to that activity; nothing for other figures. */
export function activityOriginLink({ kind, keys }: Origin): Link | undefined {
  const { snapshot, practice, month, activity } = keys;
  if (kind !== "activity" || snapshot === undefined || practice === undefined) return undefined;
  const place = { snapshot, practice, month };
  const isPoint = activity !== undefined && Object.hasOwn(POINTS_OF_DELIVERY, activity);
  return {
    text: "The activity behind it",
    href: isPoint ? pointPath(place, activity as PointOfDelivery) : activityPath(place),
  };
}

function queryText(query: Query): string {
  const named = Object.entries(query).flatMap(([name, value]): readonly [string, string][] =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  );
  return named.length === 0 ? "" : `?${new URLSearchParams(named)}`;
}
