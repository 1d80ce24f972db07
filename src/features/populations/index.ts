export { need } from "./datasets/need.ts";
export { registeredListDataset } from "./datasets/registered-list.ts";
export { grants } from "./grants.ts";
export { listDays, needEntries, registeredLists } from "./models/populations.ts";
export { listedSubject, type PopulationsWiring, pages } from "./pages/populations-pages.tsx";
export { type NeedEntry, type NeedSource, needIndices } from "./rules/need-index.ts";
export { prescribingUnits, type UnitWeight } from "./rules/prescribing-units.ts";
export { type ListEntry, listsOn, type RegisteredList } from "./rules/registered-lists.ts";
