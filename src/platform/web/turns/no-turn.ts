/** Too much is being worked at already: what was asked has not been begun. */
export class Busy extends Error {
  override readonly name = "Busy";
}

/** What was asked took longer than it may. It was begun, and is stopped where that can be done. */
export class TooLong extends Error {
  override readonly name = "TooLong";
}
