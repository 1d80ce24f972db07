export { memberships, participation } from "./datasets/membership.ts";
export { organisations } from "./datasets/organisation.ts";
export { commissioners, practiceOwners } from "./models/commissioners.ts";
export { type DirectoryFiles, readDirectory } from "./read-directory.ts";
export {
  type Directory,
  directoryOf,
  type Membership,
  type Organisation,
  type OrganisationKind,
} from "./rules/directory.ts";
export { formerPctLocalities } from "./rules/management-locality.ts";
export { membershipTable, organisationTable } from "./tables.ts";
