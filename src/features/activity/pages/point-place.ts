import type { Directory } from "#features/organisations/index.ts";
import type { Link } from "#platform/web/outcome.ts";
import type { Visit } from "#platform/web/page.ts";
import type { ActivityAsked } from "../reading/activity-behind.ts";
import { askedMonths, askedPoint, askedSnapshot } from "../reading/asked-activity.ts";
import { type ActivityPlace, activityPath, pointPath } from "../views/addresses.ts";
import { pointText, spanText } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";

interface PointParams {
  readonly snapshot: string;
  readonly practice: string;
  readonly pod: string;
}

interface PointVisit extends Pick<Visit, "query" | "sight"> {
  readonly params: PointParams;
}

/** A point of delivery as its pages need it: what is asked for, where it stands, and what to call it. */
export interface PointPlace {
  readonly asked: ActivityAsked;
  readonly place: ActivityPlace;
  readonly directory: Directory;
  readonly name: string;
  /** `Emergency admission`. */
  readonly title: string;
  /** `Riverside Surgery, October 2006 to September 2007`. */
  readonly of: string;
  /** The way down to the point's page, and that page itself. */
  readonly trail: readonly Link[];
  readonly own: Link;
}

/** Reads which point of delivery an address means; throws NotFound where there is none. */
export async function pointPlace(
  wiring: Pick<ActivityWiring, "snapshots" | "directory">,
  { params, query, sight }: PointVisit,
): Promise<PointPlace> {
  const { practice, snapshot: id, pod } = params;
  const snapshot = await askedSnapshot(wiring, id, sight);
  const span = askedMonths(snapshot, query.get("month"));
  const pointOfDelivery = askedPoint(pod);
  const directory = await wiring.directory();
  const { name } = directory.organisation(practice);
  const place = { snapshot: id, practice, month: span.only };
  const title = pointText(pointOfDelivery);
  return {
    ...{ place, directory, name, title },
    asked: { snapshot, sight, practice, span, pointOfDelivery },
    of: `${name}, ${spanText(span)}`,
    trail: [{ text: `Activity of ${name}`, href: activityPath(place) }],
    own: { text: title, href: pointPath(place, pointOfDelivery) },
  };
}

/** Less than what took too long: each month by itself, or the figures alone. */
export function lessThan({ asked, place, title, trail }: PointPlace): readonly Link[] {
  const { snapshot, span, pointOfDelivery } = asked;
  if (span.only !== undefined) return trail;
  const months = snapshot.months.map(({ month }) => month).toSorted();
  return months.map((month) => ({
    text: `${title}, ${spanText({ first: month, last: month })}`,
    href: pointPath({ ...place, month }, pointOfDelivery),
  }));
}
