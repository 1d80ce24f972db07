/** A database that cannot serve as the record. The message says what, why, and what to do. */
export class RecordUnusable extends Error {
  override readonly name = "RecordUnusable";
}
