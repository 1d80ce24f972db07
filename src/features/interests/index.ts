export { grants, type InterestPermission } from "./grants.ts";
export { type InterestBook, openInterestBook } from "./interest-book.ts";
export { pages } from "./pages/interest-pages.ts";
export { interestsReadModel } from "./read-model.ts";
export { recorded } from "./recorded.ts";
export { monthsAfter } from "./rules/confirmation.ts";
export type { Holder, InterestsWiring, PeopleInPosts } from "./wiring.ts";
