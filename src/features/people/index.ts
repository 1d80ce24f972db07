export { COMMITTEE_ROLES, PCT_ROLES, PRACTICE_ROLES, ROLES, type Role } from "./rules/roles.ts";
