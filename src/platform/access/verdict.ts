import type { Post } from "./person.ts";

/** Whether a person may do something, and the rule that says so. */
export interface Verdict {
  readonly allowed: boolean;
  readonly permission: string;
  readonly rule: string;
  /** The post by which it is allowed; none where anyone may, or where it is refused. */
  readonly post?: Post;
  /** The roles that do hold the permission somewhere: whom to ask. */
  readonly heldBy: readonly string[];
}

/** The authority on which somebody acts, as the record keeps it: their post and the rule. */
export function authorityOf({ post, rule }: Verdict): string {
  if (post === undefined) return rule;
  return `${post.role}${post.organisation === "" ? "" : ` at ${post.organisation}`}: ${rule}`;
}
