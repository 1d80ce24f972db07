import { activityOriginLink, activityPath, qualityPath } from "#features/activity/index.ts";
import type { Origin } from "#kernel/explanation.ts";
import type { Link } from "#platform/web/outcome.ts";

/** Where the file, list or activity behind a given figure is shown, and what lies behind a practice's budget as a whole. */
export function originLinks(origin: Origin): Link | undefined {
  const { practice = "", snapshot, asAt, pct = "" } = origin.keys;
  switch (origin.kind) {
    case "activity":
      return activityOriginLink(origin);
    case "practice-activity":
      return snapshot === undefined
        ? undefined
        : { text: "The activity behind it", href: activityPath({ snapshot, practice }) };
    case "unpriced-activity":
      return snapshot === undefined
        ? undefined
        : { text: "What of it could not be priced", href: `${activityPath({ snapshot, practice })}#unpriced` };
    case "data-quality":
      return { text: "The quality of the data behind it", href: qualityPath(pct) };
    case "registered-list":
      return { text: "The registered list", href: `/lists/${practice}?on=${asAt}` };
    case "need":
      return { text: "The need weights", href: `/need/${practice}` };
    default:
      return undefined;
  }
}
