import type { Directory } from "#features/organisations/index.ts";
import { COMMITTEE_ROLES, PCT_ROLES, PRACTICE_ROLES, ROLE_WORDS, type Role } from "#features/people/index.ts";
import type { Day } from "#kernel/period.ts";
import type { Person, Post } from "#platform/access/person.ts";
import { EVERYWHERE, OPEN_DATA, type Sight } from "#platform/access/sight.ts";

/** The roles that see the files of the PCTs above the place where they are held; a role that is not named sees none. */
const SEEING: readonly Role[] = [...PRACTICE_ROLES, "locality chair", ...PCT_ROLES, ...COMMITTEE_ROLES, "region"];

/**
 * Whose files somebody may be given on a day: those of the PCTs that their posts lie in or lay in before, a region's of
 * all its PCTs. It follows from posts and the directory alone, never from a grant, so that a grant which gives too much
 * still gives nothing of another PCT.
 */
export function sightOf({ posts }: Pick<Person, "posts">, directory: Directory, on: Day): Sight {
  if (posts.some(isOperator)) return EVERYWHERE;
  const codes = new Set(posts.flatMap((post) => pctsOf(post, directory, on)));
  return codes.size === 0 ? OPEN_DATA : [...codes].toSorted();
}

/** Whoever runs the command line on the machine that holds the data, and could read every file anyway. */
function isOperator({ role, organisation }: Post): boolean {
  return role === "operator" && organisation === "";
}

function pctsOf({ role, organisation: code }: Post, directory: Directory, on: Day): readonly string[] {
  const kind = directory.organisations.get(code)?.kind;
  if (kind === undefined || !isSeeing(role) || !ROLE_WORDS[role].at.includes(kind)) return [];
  if (kind === "pct") return [code];
  if (kind === "region") return pctsEverIn(code, directory, on);
  const own = kind === "practice" ? [code, ...succeededBy(code, directory, on)] : [code];
  return own.flatMap((place) => pctsAbove(place, directory, { from: FIRST_DAY, until: on }));
}

function isSeeing(role: string): role is Role {
  return SEEING.some((each) => each === role);
}

interface Span {
  readonly from: Day;
  readonly until: Day;
}

const FIRST_DAY = "0001-01-01" as Day;

/** The PCTs that a place lay in within a span of days, by whatever lay between, while it did. */
function pctsAbove(code: string, directory: Directory, span: Span, seen: readonly string[] = []): readonly string[] {
  if (seen.includes(code)) return [];
  return directory.membershipsOf(code).flatMap(({ organisation, kind, from, until = span.until }) => {
    const [, last = from] = [from, span.from].toSorted();
    const [first = until] = [until, span.until].toSorted();
    const common = { from: last, until: first };
    if (common.from > common.until) return [];
    if (kind === "pct") return [organisation];
    return kind === "region" ? [] : pctsAbove(organisation, directory, common, [...seen, code]);
  });
}

/** The PCTs that have been in a region by a day. */
function pctsEverIn(region: string, directory: Directory, on: Day): readonly string[] {
  const pcts = [...directory.organisations.values()].filter(({ kind }) => kind === "pct");
  return pcts
    .map(({ code }) => code)
    .filter((code) =>
      directory.membershipsOf(code).some(({ organisation, from }) => organisation === region && from <= on),
    );
}

/** The practices whose patients a practice looks after on a day, since they closed. */
function succeededBy(practice: string, directory: Directory, on: Day): readonly string[] {
  return [...directory.organisations.values()]
    .filter(({ code, successor }) => successor !== undefined && directory.asItIsNow(code, on) === practice)
    .map(({ code }) => code);
}
