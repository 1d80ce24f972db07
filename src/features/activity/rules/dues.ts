import type { Due } from "./expected-loads.ts";

/** How many days after its period a file is expected, as the rulebook has it. */
export interface DaysOfGrace {
  readonly provisionalActivity: number;
  readonly finalActivity: number;
  readonly prescribing: number;
  readonly lists: number;
}

/** Comes twice: before reconciliation and after. */
const TWICE = ["spell", "attendance", "emergency"];
/** Comes once, when activity is final. */
const ONCE = ["costed", "referral"];

/** What is expected of a PCT, dataset by dataset. Source: settled ¶arrival-1 to ¶arrival-3. */
export function duesAfter({ provisionalActivity, finalActivity, prescribing, lists }: DaysOfGrace): readonly Due[] {
  return [
    ...TWICE.map(
      (dataset): Due => ({ dataset, every: "month", provisional: provisionalActivity, final: finalActivity }),
    ),
    ...ONCE.map((dataset): Due => ({ dataset, every: "month", final: finalActivity })),
    { dataset: "prescribing", every: "month", final: prescribing },
    { dataset: LISTS, every: "quarter", final: lists },
  ];
}

/** The dataset of registered lists, which come as of a day. */
export const LISTS = "registered-list";
