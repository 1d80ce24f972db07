import { NotFound } from "#platform/access/errors.ts";
import type { Person } from "#platform/access/person.ts";
import type { Place } from "./rules/place.ts";
import type { Rulebook } from "./rules/rulebook.ts";

/** The place asked for, else the reader's own, else the country. */
export function chosenPlace(rulebook: Rulebook, asked: string | undefined, person: Person): Place {
  if (asked !== undefined) {
    const place = rulebook.places.find(({ id }) => id === asked);
    if (place === undefined) throw new NotFound(`The rulebook has no place called ${asked}.`);
    return place;
  }
  const own = rulebook.placeOf(person.posts.map(({ organisation }) => organisation));
  const fallback = own ?? rulebook.places.find(({ kind }) => kind === "country") ?? rulebook.places[0];
  if (fallback === undefined) throw new NotFound("The rulebook has no places.");
  return fallback;
}
