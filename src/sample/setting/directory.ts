import { type Day, daysLater } from "#kernel/period.ts";
import { isOpen, localityOf, type Practice, type Setting } from "./fenmere.ts";

export const ORGANISATION_COLUMNS = ["code", "name", "kind", "opened", "closed", "successor"] as const;
export const MEMBERSHIP_COLUMNS = ["member", "organisation", "kind", "from", "until"] as const;
export const PARTICIPATION_COLUMNS = ["practice", "scheme", "from", "until"] as const;

export type OrganisationRow = Readonly<Record<(typeof ORGANISATION_COLUMNS)[number], string>>;
export type MembershipRow = Readonly<Record<(typeof MEMBERSHIP_COLUMNS)[number], string>>;
export type ParticipationRow = Readonly<Record<(typeof PARTICIPATION_COLUMNS)[number], string>>;

/** When the groups of practices came together, and when practices could first sign up to the incentive scheme. */
export const GROUPS_FROM = "2005-04-01";
const SCHEMES = [
  { scheme: "towards-pbc-2006-07", from: "2006-04-01", until: "2007-03-31" },
  { scheme: "pbc-les-2007-08", from: "2007-04-01", until: "2008-03-31" },
  { scheme: "pbc-les-2008-09", from: "2008-04-01", until: "2009-03-31" },
] as const;
/** Practices that are in a group but did not sign up at first. */
const LATE = new Set(["X81007", "X82009", "X82015"]);

/** Every organisation of the county. */
export function organisationRows(setting: Setting): readonly OrganisationRow[] {
  const plain =
    (kind: string, opened = setting.opened) =>
    ({ code, name }: { code: string; name: string }) => ({
      code,
      name,
      kind,
      opened,
      closed: "",
      successor: "",
    });
  return [
    plain("region")(setting.region),
    ...setting.pcts.map(plain("pct")),
    ...setting.localities.map(plain("locality")),
    ...setting.groups.map(plain("group", GROUPS_FROM)),
    ...setting.practices.map(({ code, name, opened = setting.opened, closed = "", successor = "" }) => ({
      code,
      name,
      kind: "practice",
      opened,
      closed,
      successor,
    })),
    ...setting.providers.map(plain("provider")),
  ];
}

/** Who belonged to whom, from a first to a last day. */
export function membershipRows(setting: Setting): readonly MembershipRow[] {
  const { opened: from, region, pcts, localities, groups } = setting;
  const until = "";
  return [
    ...pcts.map(({ code }) => ({ member: code, organisation: region.code, kind: "region", from, until })),
    ...localities.map(({ code, pct }) => ({ member: code, organisation: pct, kind: "pct", from, until })),
    ...groups.map(({ code, pct }) => ({ member: code, organisation: pct, kind: "pct", from: GROUPS_FROM, until })),
    ...setting.practices.flatMap((practice) => membershipsOf(practice, setting)),
  ];
}

function membershipsOf(practice: Practice, setting: Setting): readonly MembershipRow[] {
  const { code: member, locality, group, opened = setting.opened, closed: until = "" } = practice;
  const { joins = opened > GROUPS_FROM ? opened : GROUPS_FROM, moves, to } = practice;
  const inGroup = (organisation: string, from: string, last: string) => ({
    member,
    organisation,
    kind: "group",
    from,
    until: last,
  });
  return [
    { member, organisation: localityOf(setting, practice).pct, kind: "pct", from: opened, until },
    { member, organisation: locality, kind: "locality", from: opened, until },
    ...(group === undefined ? [] : [inGroup(group, joins, moves === undefined ? until : daysLater(moves as Day, -1))]),
    ...(moves === undefined || to === undefined ? [] : [inGroup(to, moves, until)]),
  ];
}

/** Who signed up to the incentive scheme of each year: practices in groups, but for a few at first. */
export function participationRows({ practices }: Setting): readonly ParticipationRow[] {
  return SCHEMES.flatMap(({ scheme, from, until }, index) =>
    practices
      .filter(
        (practice) => practice.group !== undefined && isOpen(practice, from) && (index > 0 || !LATE.has(practice.code)),
      )
      .map(({ code, closed }) => ({
        practice: code,
        scheme,
        from,
        until: closed !== undefined && closed < until ? closed : until,
      })),
  );
}
