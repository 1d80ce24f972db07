import type { Person } from "#platform/access/person.ts";
import { COUNTY_PEOPLE } from "./county-people.ts";

/** Those of the people on the county's record whom one may be too: each shows a way of looking that no other does. */
const ON_RECORD = ["bettina-bittern", "gus-goldeneye", "ottoline-ouzel", "fergus-firecrest", "nora-nightjar"].flatMap(
  (id) => COUNTY_PEOPLE.find((each) => each.id === id) ?? [],
);

/** Invented people of Fenmere, one or two for each way of looking at it. The public holds its post nowhere. */
export const SAMPLE_PEOPLE: readonly Person[] = [
  person("sylvie-sedgewarbler", "Sylvie Sedgewarbler", "practice manager", "X81003"),
  person("maurice-marshtit", "Maurice Marshtit", "practice manager", "X81004"),
  person("rita-reedbunting", "Rita Reedbunting", "practice manager", "X81011"),
  person("greta-greyheron", "Dr Greta Greyheron", "locality chair", "5ZN01"),
  person("lionel-littleegret", "Dr Lionel Littleegret", "locality chair", "5ZS01"),
  person("hari-marshharrier", "Hari Marshharrier", "PCT finance", "5ZN"),
  person("wanda-waterrail", "Wanda Waterrail", "PCT finance", "5ZS"),
  ...ON_RECORD.map(({ id, name, role, at }) => person(id, name, role, at)),
  person("conrad-commoncrane", "Conrad Commoncrane", "region", "QZ1"),
  person("public", "A member of the public", "public", ""),
];

function person(id: string, name: string, role: string, organisation: string): Person {
  return { id, name, posts: [{ role, organisation }] };
}
