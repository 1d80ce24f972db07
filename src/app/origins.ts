import { activityOriginLink } from "#features/activity/index.ts";
import type { Origin } from "#kernel/explanation.ts";
import type { Link } from "#platform/web/outcome.ts";

/** Where the file, list or activity behind a given figure is shown. */
export function originLinks(origin: Origin): Link | undefined {
  const { kind, keys } = origin;
  switch (kind) {
    case "activity":
      return activityOriginLink(origin);
    case "registered-list":
      return { text: "The registered list", href: `/lists/${keys.practice}?on=${keys.asAt}` };
    case "need":
      return { text: "The need weights", href: `/need/${keys.practice}` };
    case "prescribing":
      return { text: "The months of prescribing", href: `/prescribing/${keys.practice}` };
    default:
      return undefined;
  }
}
