import { type Directory, directoryOf, type Membership, type Organisation } from "#features/organisations/index.ts";
import { day } from "#kernel/period.ts";

const OPENED = day("2002-04-01");

function organisation(code: string, name: string, kind: Organisation["kind"]): Organisation {
  return { code, name, kind, openedOn: OPENED };
}

function member(code: string, above: string, kind: Membership["kind"]): Membership {
  return { member: code, organisation: above, kind, from: OPENED };
}

const ORGANISATIONS: readonly Organisation[] = [
  organisation("Q99", "The Fens", "region"),
  organisation("5QX", "West Fen PCT", "pct"),
  organisation("5QY", "East Fen PCT", "pct"),
  organisation("5QZ", "South Fen PCT", "pct"),
  organisation("G01", "Riverside group", "group"),
  organisation("X81001", "Riverside <Surgery>", "practice"),
  organisation("X81002", "Causeway Surgery", "practice"),
  organisation("X82001", "Eel Lane Practice", "practice"),
  { ...organisation("X81009", "Old Mill Surgery", "practice"), closedOn: day("2007-03-31") },
];

const MEMBERSHIPS: readonly Membership[] = [
  member("5QX", "Q99", "region"),
  member("5QY", "Q99", "region"),
  member("5QZ", "Q99", "region"),
  member("G01", "5QX", "pct"),
  member("X81001", "G01", "group"),
  member("X81001", "5QX", "pct"),
  member("X81002", "5QX", "pct"),
  member("X82001", "5QY", "pct"),
  { ...member("X81009", "5QX", "pct"), until: day("2007-03-31") },
];

/** Three invented PCTs of one region, with a group and a few practices, one of them closed. */
export const EXAMPLE_FENS: Directory = directoryOf({
  organisations: ORGANISATIONS,
  memberships: MEMBERSHIPS,
  participation: [],
});
