import { wholeNumber } from "../definition.ts";

/** Rules on who may use the service, and for how long they may be asked to. Source: settled ¶people-1. */
export const peopleRules = {
  "people.invitation-days": wholeNumber(
    "Days until an invitation lapses",
    1,
    (days) => `An invitation lapses ${days === 1 ? "after a day" : `after ${days} days`}.`,
  ),
} as const;
