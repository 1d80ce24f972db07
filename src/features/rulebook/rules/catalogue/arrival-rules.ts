import { wholeNumber } from "../definition.ts";

/** Rules on when files are expected and how much room is kept for them. Source: settled ¶arrival-1 to ¶arrival-3, ¶operations-1. */
export const arrivalRules = {
  "arrival.activity-provisional-days": wholeNumber(
    "When provisional activity is expected",
    0,
    (days) => `A month of hospital activity is expected as provisional ${days} days after its last day.`,
  ),
  "arrival.activity-final-days": wholeNumber(
    "When final activity is expected",
    0,
    (days) => `A month of hospital activity is expected as final ${days} days after its last day.`,
  ),
  "arrival.prescribing-days": wholeNumber(
    "When prescribing is expected",
    0,
    (days) => `A month of prescribing is expected ${days} days after its last day.`,
  ),
  "arrival.list-days": wholeNumber(
    "When registered lists are expected",
    0,
    (days) => `Registered lists of a quarter are expected ${days} days after its first day.`,
  ),
  "operations.least-free-months": wholeNumber(
    "Room kept on the disk",
    1,
    (months) => `The operator is warned when the disk has room for fewer than ${months} further months.`,
  ),
  "operations.least-free-megabytes": wholeNumber(
    "Least room on the disk",
    1,
    (megabytes) =>
      `The operator is warned when the disk has room for less than ${megabytes.toLocaleString("en-GB")} megabytes.`,
  ),
} as const;
