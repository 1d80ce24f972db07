import type { Verdict } from "./verdict.ts";

/** What was asked for does not exist; the message says what was looked for, in a sentence a person reads. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

/** The person may not do what they asked; carries the verdict, so that a page can say what is missing and whom to ask. */
export class NotAllowed extends Error {
  override readonly name = "NotAllowed";
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super(verdict.rule);
    this.verdict = verdict;
  }
}
