import { activityDatasets } from "#features/activity/index.ts";
import { budgetsBefore, envelopes } from "#features/budgets/index.ts";
import { memberships, organisations, participation } from "#features/organisations/index.ts";
import { need, registeredListDataset } from "#features/populations/index.ts";
import type { Dataset } from "#platform/lake/index.ts";

/** Everything that can be loaded, what others refer to first. */
export const datasets: readonly Dataset[] = [
  organisations,
  memberships,
  participation,
  registeredListDataset,
  need,
  ...activityDatasets,
  envelopes,
  budgetsBefore,
];
