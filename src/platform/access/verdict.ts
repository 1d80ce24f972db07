/** Whether a person may do something, and the rule that says so. */
export interface Verdict {
  readonly allowed: boolean;
  readonly permission: string;
  readonly rule: string;
  /** The roles that do hold the permission somewhere: whom to ask. */
  readonly heldBy: readonly string[];
}
