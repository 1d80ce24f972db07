import { type Day, isWithin } from "#kernel/period.ts";

/** The kinds of organisation the service knows, widest first. What each is called on screen is configuration. */
export type OrganisationKind = "region" | "pct" | "locality" | "group" | "practice" | "provider";

export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly openedOn?: Day;
  readonly closedOn?: Day;
  /** Who took its patients over when it closed. */
  readonly successor?: string;
}

/** A member's belonging to an organisation, from its first to its last day. */
export interface Membership {
  readonly member: string;
  readonly organisation: string;
  readonly kind: Exclude<OrganisationKind, "practice" | "provider">;
  readonly from: Day;
  readonly until?: Day;
}

/** A practice's sign-up to an incentive scheme. */
export interface Participation {
  readonly practice: string;
  readonly scheme: string;
  readonly from: Day;
  readonly until?: Day;
}

/** What a directory is made from. */
export interface DirectoryEntries {
  readonly organisations: readonly Organisation[];
  readonly memberships: readonly Membership[];
  readonly participation: readonly Participation[];
}

/** Who is who and who belongs to whom, on any day. */
export interface Directory {
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** An organisation, or one that says it is not known, so that a page can still name its code. */
  organisation(code: string): Organisation;
  /** The organisation of a kind that a member belongs to on a day. */
  parentOf(member: string, kind: Membership["kind"], on: Day): string | undefined;
  /** The members of an organisation on a day, by code. */
  membersOf(organisation: string, on: Day): readonly string[];
  /** All that a member ever belonged to. */
  membershipsOf(member: string): readonly Membership[];
  /** All organisations above, the nearest first, with the organisation itself at the head. */
  within(code: string, on: Day): readonly string[];
  /** The practice that looks after a practice's patients on a day: itself while open, else the end of its successors. */
  asItIsNow(practice: string, on: Day): string | undefined;
  isOpen(code: string, on: Day): boolean;
  takesPartIn(practice: string, scheme: string, on: Day): boolean;
}

const ORDER: readonly OrganisationKind[] = ["practice", "group", "locality", "pct", "region"];

/**
 * Builds the directory. Where sources name an organisation twice, the later entry holds.
 * Source: 003 ¶2.1.2-3 on localities of practices; days of membership as the Organisation Data Service has them.
 */
export function directoryOf({ organisations, memberships, participation }: DirectoryEntries): Directory {
  const byCode = new Map(organisations.map((organisation) => [organisation.code, organisation]));
  const upwards = Map.groupBy(memberships, ({ member }) => member);
  const downwards = Map.groupBy(memberships, ({ organisation }) => organisation);
  const signedUp = Map.groupBy(participation, ({ practice }) => practice);

  const isOpen = (code: string, on: Day): boolean => {
    const known = byCode.get(code);
    return known !== undefined && (known.openedOn ?? on) <= on && on <= (known.closedOn ?? on);
  };
  const parents = (member: string, on: Day) =>
    (upwards.get(member) ?? [])
      .filter((membership) => isWithin(on, membership))
      .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));

  return {
    organisations: byCode,
    organisation: (code) => byCode.get(code) ?? { code, name: `${code} (not in the directory)`, kind: "practice" },
    parentOf: (member, kind, on) => parents(member, on).find((membership) => membership.kind === kind)?.organisation,
    membershipsOf: (member) => upwards.get(member) ?? [],
    membersOf: (organisation, on) =>
      (downwards.get(organisation) ?? [])
        .filter((membership) => isWithin(on, membership))
        .map(({ member }) => member)
        .toSorted(),
    within: (code, on) => closure(code, (member) => parents(member, on).map(({ organisation }) => organisation)),
    asItIsNow: (practice, on) => lastOpen(practice, byCode, (code) => isOpen(code, on)),
    isOpen,
    takesPartIn: (practice, scheme, on) =>
      (signedUp.get(practice) ?? []).some((sign) => sign.scheme === scheme && isWithin(on, sign)),
  };
}

function closure(code: string, above: (member: string) => readonly string[]): readonly string[] {
  const found = new Set([code]);
  for (const member of found) for (const parent of above(member)) found.add(parent);
  return [...found];
}

function lastOpen(
  practice: string,
  byCode: ReadonlyMap<string, Organisation>,
  isOpen: (code: string) => boolean,
): string | undefined {
  const seen = new Set<string>();
  let at: string | undefined = practice;
  while (at !== undefined && !seen.has(at)) {
    if (isOpen(at)) return at;
    seen.add(at);
    at = byCode.get(at)?.successor;
  }
  return undefined;
}
