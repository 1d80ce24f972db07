import type { Directory, Membership, Organisation } from "#features/organisations/index.ts";
import { type Day, day, isWithin } from "#kernel/period.ts";
import type { BudgetInput } from "../rules/budget-input.ts";
import type { BudgetState } from "../rules/record/budget-state.ts";
import { EXAMPLE_LINES, exampleInput, examplePractice, lastYearOf, steadyBaseline } from "./example-input.ts";

const BEGAN = day("2000-04-01");

const organisation = (code: string, name: string, kind: Organisation["kind"]): Organisation => ({ code, name, kind });

const ORGANISATIONS: readonly Organisation[] = [
  organisation("Q99", "Fen Region", "region"),
  organisation("5QX", "West Fen PCT", "pct"),
  organisation("5QY", "East Fen PCT", "pct"),
  organisation("G01", "North Fen group", "group"),
  organisation("G02", "South Fen group", "group"),
  organisation("L01", "Old Fen locality", "locality"),
  organisation("X81001", "Riverside <Surgery>", "practice"),
  organisation("X81002", "The Limes", "practice"),
  organisation("X81003", "=Old Mill", "practice"),
  organisation("X81004", "Bridge House", "practice"),
  { ...organisation("X81005", "New Street", "practice"), openedOn: day("2006-11-01") },
  organisation("X82001", "East End", "practice"),
];

const member = (code: string, of: string, kind: Membership["kind"]): Membership => ({
  member: code,
  organisation: of,
  kind,
  from: BEGAN,
});

const PRACTICES = ["X81001", "X81002", "X81003", "X81004", "X81005"] as const;

const MEMBERSHIPS: readonly Membership[] = [
  member("5QX", "Q99", "region"),
  member("5QY", "Q99", "region"),
  ...["G01", "G02", "L01", ...PRACTICES].map((code) => member(code, "5QX", "pct")),
  member("X82001", "5QY", "pct"),
  member("X81001", "G01", "group"),
  member("X81002", "G01", "group"),
  member("X81003", "G02", "group"),
  member("X81001", "L01", "locality"),
  member("X81004", "L01", "locality"),
];

/** Who is who in two invented PCTs of one region. */
export const EXAMPLE_DIRECTORY: Directory = directoryOfExample();

function directoryOfExample(): Directory {
  const organisations = new Map(ORGANISATIONS.map((each) => [each.code, each]));
  const known = (code: string) => organisations.get(code) ?? organisation(code, code, "practice");
  const above = (code: string, on: Day) => MEMBERSHIPS.filter((each) => each.member === code && isWithin(on, each));
  const isOpen = (code: string, on: Day) => (known(code).openedOn ?? on) <= on && organisations.has(code);
  return {
    organisations,
    organisation: known,
    isOpen,
    parentOf: (code, kind, on) => above(code, on).find((each) => each.kind === kind)?.organisation,
    membersOf: (code, on) =>
      MEMBERSHIPS.filter((each) => each.organisation === code && isWithin(on, each))
        .map((each) => each.member)
        .toSorted(),
    membershipsOf: (code) => MEMBERSHIPS.filter((each) => each.member === code),
    within: (code, on) => {
      const found = new Set([code]);
      for (const at of found) for (const each of above(at, on)) found.add(each.organisation);
      return [...found];
    },
    asItIsNow: (code, on) => (isOpen(code, on) ? code : undefined),
    takesPartIn: () => false,
  };
}

const PLACES: Readonly<Record<string, { readonly care: number; readonly before: number; readonly group?: string }>> = {
  X81001: { care: 100_000, before: 1_700_000, group: "G01" },
  X81002: { care: 140_000, before: 2_400_000, group: "G01" },
  X81003: { care: 80_000, before: 1_100_000, group: "G02" },
  X81004: { care: 100_000, before: 1_650_000 },
  X81005: { care: 90_000, before: 0 },
};

/** What West Fen's budgets of 2007/08 follow from, by the envelope, policy and reviews on record: some practices lie outside the band. */
export function countyInput({ envelope, reviews, policy }: BudgetState): BudgetInput {
  const practices = Object.entries(PLACES).map(([code, { care, before, group }]) => {
    const { name, openedOn } = EXAMPLE_DIRECTORY.organisation(code);
    const practice = examplePractice(code, {
      name,
      baseline: steadyBaseline(care),
      lastYear: before === 0 ? [] : lastYearOf(before),
      ...(openedOn && { opened: openedOn }),
      ...(group !== undefined && { group: { code: group, name: EXAMPLE_DIRECTORY.organisation(group).name } }),
    });
    if (group !== undefined) return practice;
    const { group: _, ...alone } = practice;
    return alone;
  });
  return exampleInput({
    practices,
    ...(envelope && { envelope }),
    ...(policy && { policy }),
    reviews: [...reviews.values()],
    lastYear: { total: { value: 1_600_000_000 }, prescribing: { value: 480_000_000 } },
  });
}

/** The envelope that a file states for West Fen. */
export const COUNTY_ENVELOPE = {
  ...exampleInput().envelope,
  lines: EXAMPLE_LINES.map((line) => ({ ...line, amount: line.amount * 3 })),
};
