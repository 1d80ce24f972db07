import { ROLES } from "#features/people/index.ts";
import { grantAll } from "#platform/access/access.ts";

const POSTS = ROLES.filter((role) => role !== "public" && role !== "operator");

/** Who may declare, who may see what is not published, and who may redact. Source: settled ¶interests-2, ¶interests-5. */
export const grants = [
  ...grantAll(
    "interests.declare",
    POSTS,
    "anywhere",
    "Everybody with a post declares their own interests, and nobody else's.",
  ),
  ...grantAll(
    "interests.view",
    ["PCT director", "administrator"],
    "within",
    "Directors and administrators see who has declared, what is not published included.",
  ),
  ...grantAll(
    "interests.redact",
    ["PCT director", "administrator"],
    "within",
    "Directors and administrators may redact what is published, for a reason that is published too.",
  ),
] as const;

/** The permissions of interests. */
export type InterestPermission = (typeof grants)[number]["permission"];
