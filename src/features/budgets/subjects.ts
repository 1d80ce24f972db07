import type { Directory, Organisation } from "#features/organisations/index.ts";
import { type Day, type FinancialYear, firstDayOf } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Person, Subject } from "#platform/access/person.ts";

/** The organisation of a code; throws NotFound where the directory has none of these kinds. */
export function knownPlace(
  directory: Directory,
  code: string,
  ...kinds: readonly Organisation["kind"][]
): Organisation {
  const found = directory.organisations.get(code);
  if (found === undefined || (kinds.length > 0 && !kinds.includes(found.kind))) {
    throw new NotFound(`The directory has no ${kinds.length === 0 ? "organisation" : kinds.join(" or ")} ${code}.`);
  }
  return found;
}

/** The day of a year on which a place is looked up: the first, or its own first or last day where that misses it. */
export function dayFor({ openedOn, closedOn }: Organisation, year: FinancialYear): Day {
  const first = firstDayOf(year);
  if (closedOn !== undefined && closedOn < first) return closedOn;
  return openedOn !== undefined && openedOn > first ? openedOn : first;
}

/** The PCT of a place in a year; throws NotFound where it belongs to none. */
export function pctOf(directory: Directory, code: string, year: FinancialYear): string {
  const place = knownPlace(directory, code);
  if (place.kind === "pct") return code;
  const on = dayFor(place, year);
  const pct = directory.within(code, on).find((above) => directory.organisations.get(above)?.kind === "pct");
  if (pct === undefined) throw new NotFound(`${place.name} belongs to no PCT in ${year}.`);
  return pct;
}

/** A practice, group, locality, PCT or region as somebody's affairs in a year, with its peers of the same PCT. */
export function placeSubject(directory: Directory, code: string, year: FinancialYear): Subject {
  const place = knownPlace(directory, code);
  return {
    organisation: code,
    within: directory.within(code, dayFor(place, year)),
    peers: peersOf(directory, place, year),
  };
}

/** A PCT whose figures all of its practices and groups rest on, so that they count as its peers. */
export function sharedSubject(directory: Directory, pct: string, year: FinancialYear): Subject {
  return { ...placeSubject(directory, pct, year), peers: directory.membersOf(pct, firstDayOf(year)) };
}

/** Places of the same kind under the same PCT; a PCT and a region have none. */
function peersOf(directory: Directory, { code, kind }: Organisation, year: FinancialYear): readonly string[] {
  if (kind !== "practice" && kind !== "group" && kind !== "locality") return [];
  const pct = directory
    .within(code, dayFor(knownPlace(directory, code), year))
    .find((above) => directory.organisations.get(above)?.kind === "pct");
  return pct === undefined ? [] : membersOfKind(directory, pct, kind, year).filter((other) => other !== code);
}

/** Those of some places in whose affairs a person may not decide, by the bars that they are under. */
export function barredFrom(
  { bars = [] }: Pick<Person, "bars">,
  permission: string,
  directory: Directory,
  { codes, year }: { readonly codes: readonly string[]; readonly year: FinancialYear },
): readonly string[] {
  const places = bars
    .filter(({ permissions }) => permissions.includes(permission))
    .map(({ organisation }) => organisation);
  const isBarred = (code: string) =>
    directory.organisations.has(code) &&
    placeSubject(directory, code, year).within.some((above) => places.includes(above));
  return places.length === 0 ? [] : [...new Set(codes)].filter(isBarred);
}

/** The members of a place that are of a kind, by code, in a year. */
export function membersOfKind(
  directory: Directory,
  place: string,
  kind: Organisation["kind"],
  year: FinancialYear,
): readonly string[] {
  return directory
    .membersOf(place, firstDayOf(year))
    .filter((code) => directory.organisations.get(code)?.kind === kind);
}

/** The practice, group or locality whose figure an address names; nothing for a figure of the PCT. */
export function placeIn(address: string): string | undefined {
  const [root, code] = address.split("/");
  return root === "practice" || root === "place" ? code : undefined;
}

/** Whose affairs a figure is: a practice's or a group's, or the PCT's, which all of them share. */
export function figureSubject(directory: Directory, pct: string, year: FinancialYear, address: string): Subject {
  const code = placeIn(address);
  if (code === undefined) return sharedSubject(directory, pct, year);
  const subject = placeSubject(directory, code, year);
  if (!subject.within.includes(pct)) throw new NotFound(`${code} does not belong to ${pct} in ${year}.`);
  return subject;
}
