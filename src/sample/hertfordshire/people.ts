import type { Person } from "#platform/access/person.ts";
import { PCT, REGION } from "./walk-through.ts";

/** Who loads, drafts and issues. */
export const FINANCE = "fay-fieldfare";

/** Invented people with posts at real organisations, one or two for each way of looking at the walk-through. */
export const HERTFORDSHIRE_PEOPLE: readonly Person[] = [
  person("gwen-goldcrest", "Gwen Goldcrest", "practice manager", "E82006"),
  person("bill-brambling", "Bill Brambling", "practice manager", "E82011"),
  person("nora-nuthatch", "Dr Nora Nuthatch", "locality chair", "5GH"),
  person("walter-whitethroat", "Dr Walter Whitethroat", "locality chair", "5GV"),
  person(FINANCE, "Fay Fieldfare", "PCT finance", PCT),
  person("rosa-redwing", "Rosa Redwing", "region", REGION),
  person("public", "A member of the public", "public", ""),
];

function person(id: string, name: string, role: string, organisation: string): Person {
  return { id, name, posts: [{ role, organisation }] };
}
