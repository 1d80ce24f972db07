import { type Grant, grantAll } from "#platform/access/access.ts";
import { PCT_ROLES, PRACTICE_ROLES } from "./rules/roles.ts";

const OPERATOR =
  "Whoever runs the machine that holds the data may see and mend who belongs where, on the record under their name.";

/** Who may see people, and who may give posts. The public sees nobody. Source: settled ¶people-3, ¶people-6, ¶people-9. */
export const grants = [
  ...grantAll("people.view", PRACTICE_ROLES, "within", "Those who work in a practice see who else does."),
  ...grantAll(
    "people.view",
    ["locality chair"],
    "within",
    "A chair sees the people of the group and of its practices.",
  ),
  ...grantAll(
    "people.view",
    PCT_ROLES,
    "within",
    "Officers of a PCT see its people and those of its groups and practices.",
  ),
  ...grantAll("people.view", ["region"], "within", "The region sees whom to speak to in its PCTs."),
  ...grantAll("people.view", ["administrator"], "within", "Whoever gives posts sees who holds them."),
  ...grantAll(
    "people.manage",
    ["administrator"],
    "within",
    "Administrators invite people and give posts at their place and all places within.",
  ),
  ...grantAll(
    "people.confirm",
    ["administrator"],
    "within",
    "What an administrator asks for themselves needs another administrator's word.",
  ),
  ...grantAll("people.view", ["operator"], "anywhere", OPERATOR),
  ...grantAll("people.manage", ["operator"], "anywhere", OPERATOR),
  ...grantAll("people.confirm", ["operator"], "anywhere", OPERATOR),
  ...grantAll(
    "people.first-administrator",
    ["operator"],
    "anywhere",
    "Where there is no administrator, whoever runs the machine makes the first.",
  ),
] as const satisfies readonly Grant[];

/** The permissions of people. */
export type PeoplePermission = (typeof grants)[number]["permission"];
