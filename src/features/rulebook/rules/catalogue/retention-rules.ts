import { wholeNumber } from "../definition.ts";

const months = (title: string, what: string, since: string) =>
  wholeNumber(title, 0, (count) => `${what} may be erased ${count} months after ${since}.`);

/** Rules on how long personal and free texts are kept. Source: settled ¶retention-1 to ¶retention-5, ¶retention-7. */
export const retentionRules = {
  "retention.review-notes-months": months(
    "Months for which notes on reviews are kept",
    "The note on a utilisation review",
    "the review was recorded",
  ),
  "retention.declarations-months": months(
    "Months for which the words of declarations are kept",
    "The words of a declaration",
    "the interest ended or the gift was declared",
  ),
  "retention.look-up-reasons-months": months(
    "Months for which reasons of look-ups are kept",
    "The reason for which a patient was looked up",
    "the look-up",
  ),
  "retention.people-details-months": months(
    "Months for which the names of those who left are kept",
    "The name and e-mail address of somebody who left",
    "they left",
  ),
  "retention.invitations-months": months(
    "Months for which invitations that lapsed are kept",
    "The name and e-mail address on an invitation that nobody took up",
    "it lapsed",
  ),
  "retention.sign-in-accounts-months": months(
    "Months for which sign-in accounts of those who left are kept",
    "The sign-in account of somebody who left",
    "they left",
  ),
} as const;
