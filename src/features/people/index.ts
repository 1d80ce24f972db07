export { peopleAccounts } from "./accounts.ts";
export { grants, type PeoplePermission } from "./grants.ts";
export { type Invited, openPeopleBook, type PeopleBook, type Sent } from "./people-book.ts";
export { peopleReadModel } from "./read-model.ts";
export { refusalWords } from "./refusals.ts";
export { COMMITTEE_ROLES, PCT_ROLES, PRACTICE_ROLES, ROLES, type Role } from "./rules/roles.ts";
export { personOn } from "./store.ts";
