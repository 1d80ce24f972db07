import type { Person, Subject } from "./person.ts";

/** Something a known person asked to do and was not allowed to, for whoever keeps it on the record. */
export interface RefusedAttempt {
  readonly person: Person;
  readonly permission: string;
  /** Whose affairs it was asked for, where it was asked for anybody's. */
  readonly subject?: Subject;
  readonly rule: string;
  readonly at: Date;
}
