import type { OptionSpecs } from "#platform/cli/verb.ts";
import type { MonthSpan } from "../reading/asked-activity.ts";
import type { Snapshot } from "../snapshot.ts";
import type { ActivityPlace } from "../views/addresses.ts";

/** Which practice's activity of which snapshot. */
export const PLACE = {
  snapshot: { about: "the snapshot, as a budget's explanation names it", value: "snapshot", required: true },
  practice: { about: "the practice, such as E82001", value: "practice", required: true },
  month: { about: "one month, such as 2008-04; all of the snapshot where left out", value: "month" },
} as const satisfies OptionSpecs;

export function placeOf({ id }: Snapshot, practice: string, { only }: MonthSpan): ActivityPlace {
  return { snapshot: id, practice, month: only };
}
