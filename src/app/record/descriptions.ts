import { recorded as activityRecorded } from "#features/activity/index.ts";
import { recorded as budgetsRecorded } from "#features/budgets/index.ts";
import { recorded as interestsRecorded } from "#features/interests/index.ts";
import { recorded as peopleRecorded } from "#features/people/index.ts";
import type { Recorded } from "#platform/record/index.ts";
import { datasets } from "../datasets.ts";
import { ownStreams } from "./own-streams.ts";

/** What every feature says of its events, so that the whole record can be read. */
export const descriptions: readonly Recorded[] = [
  budgetsRecorded,
  ...activityRecorded(titleOf),
  ...peopleRecorded,
  interestsRecorded,
  ...ownStreams,
];

function titleOf(dataset: string): string {
  return datasets.find(({ table }) => table.name === dataset)?.title ?? dataset;
}
