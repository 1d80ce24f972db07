import type { Target } from "./county-people.ts";

/** What the walk needs to know of the county to fill in an address: what was published, drafted and loaded there. */
export interface World {
  /** The name of a published snapshot of a PCT's activity. */
  readonly snapshotOf: (pct: string) => string;
  /** The hash of a PCT's issued budgets. */
  readonly issuedOf: (pct: string) => string;
  /** The parts of an address that name some rows of a practice's activity, and one row. */
  readonly rowsOf: (practice: string) => string;
  readonly rowOf: (practice: string) => string;
  /** Whose declaration stands on the register of a PCT, and which. */
  readonly declarationOf: (pct: string) => { readonly person: string; readonly item: string };
  /** Who holds a post at a practice. */
  readonly personAt: (practice: string) => string;
  readonly load: string;
  /** What was released to everybody. */
  readonly release: string;
}

/**
 * Whose affairs an address is about, and what stands in it besides their code. "nobody" is about the product as a
 * whole; "oneself" about whoever asks.
 */
export interface Whose {
  readonly about: keyof Target | "nobody" | "oneself";
  /** All of a PCT's practices and groups rest on it, so that they count as its peers. */
  readonly shared?: true;
  /** There is nothing at it for anybody in this county, so that it must stay closed. */
  readonly absent?: true;
  readonly fill?: (target: Target, world: World) => Readonly<Record<string, string>>;
  /** What the address asks for besides its path. */
  readonly query?: (target: Target, world: World) => string;
}

const YEAR = { year: "2008-09" };
const POINT = { pod: "emergency" };

function activity(more: Readonly<Record<string, string>> = {}): Whose {
  return {
    about: "practice",
    fill: ({ practice, pct }, { snapshotOf }) => ({ practice, snapshot: snapshotOf(pct), ...more }),
  };
}

function money(about: keyof Target, more: Readonly<Record<string, string>> = {}): Whose {
  return { about, fill: (target) => ({ code: target[about], ...YEAR, ...more }) };
}

function nobody(values: Readonly<Record<string, string>> = {}): Whose {
  return { about: "nobody", fill: () => values };
}

function person(more: Readonly<Record<string, string>> = {}): Whose {
  return {
    about: "practice",
    fill: ({ practice }, { personAt }) => ({ person: personAt(practice), post: `${personAt(practice)}-1`, ...more }),
  };
}

/** Every address there is. One that is not here fails the walk: say whose affairs it is about. */
export const WHOSE: Readonly<Record<string, Whose>> = {
  "/": nobody(),
  "/rules": nobody(),
  "/rules/:rule": nobody({ rule: "budget.historic-window" }),
  "/sources": nobody(),
  "/sources/:document": nobody({ document: "003" }),
  "/accessibility": nobody(),
  "/privacy": nobody(),
  "/money": nobody(),
  "/money/places": nobody(),
  "/money/open": { about: "nobody", query: ({ practice }) => `?place=${practice}&year=2008-09` },
  "/money/region/:code": money("region"),
  "/money/pct/:code/:year": money("pct"),
  "/money/place/:code/:year": money("group"),
  "/money/practice/:code/:year": money("practice"),
  "/money/practice/:code/:year/review": money("practice"),
  "/money/pct/:code/:year/changes": money("pct"),
  "/money/pct/:code/:year/ledger": money("pct"),
  "/money/pct/:code/:year/envelope": money("pct"),
  "/money/pct/:code/:year/policy": money("pct"),
  "/money/pct/:code/:year/draft": money("pct"),
  "/money/pct/:code/:year/issue/:draft": money("pct", { draft: "after-reviews" }),
  "/money/pct/:code/:year/move": money("pct"),
  "/why/:pct/:year/:hash/:address{.+}": {
    about: "practice",
    fill: ({ pct, practice }, { issuedOf }) => ({
      ...{ pct, ...YEAR, hash: issuedOf(pct), address: `practice/${practice}/budget` },
    }),
  },
  "/activity/:snapshot/:practice": activity(),
  "/activity/:snapshot/:practice/:pod": activity(POINT),
  "/activity/:snapshot/:practice/:pod/rows": {
    ...activity(POINT),
    query: ({ practice }, { rowsOf }) => rowsOf(practice),
  },
  "/activity/:snapshot/:practice/:pod/row": {
    ...activity(POINT),
    query: ({ practice }, { rowOf }) => rowOf(practice),
  },
  "/activity/:snapshot/:practice/patient": activity(),
  "/activity/:snapshot/:practice/patient/:lookUp": { ...activity({ lookUp: "none" }), absent: true },
  "/published": nobody(),
  "/published/:release": { about: "nobody", fill: (_target, { release }) => ({ release }) },
  "/quality/:pct": { about: "pct", fill: ({ pct }) => ({ pct }) },
  "/loads": nobody(),
  "/loads/board": nobody(),
  "/loads/:load": { about: "nobody", fill: (_target, { load }) => ({ load }) },
  "/load": nobody(),
  "/load/:upload": { ...nobody({ upload: "none" }), absent: true },
  "/load/:upload/rejected": { ...nobody({ upload: "none" }), absent: true },
  "/people": { about: "oneself" },
  "/people/invite": { about: "oneself" },
  "/people/:person": person(),
  "/people/:person/give": person(),
  "/people/:person/invite-again": person(),
  "/people/:person/come-back": person(),
  "/people/:person/renew": person(),
  "/people/:person/leave": person(),
  "/people/:person/withdraw": person(),
  "/people/:person/posts/:post/dates": person(),
  "/people/:person/posts/:post/end": person(),
  "/people/:person/posts/:post/end/check": person(),
  "/people/:person/link": { ...person(), absent: true },
  "/people/:person/changes/:change": { ...person({ change: "none" }), absent: true },
  "/people/:person/notices/:notice": { ...person({ notice: "none" }), absent: true },
  "/interests": { about: "oneself" },
  "/interests/declare": { about: "oneself" },
  "/interests/gift": { about: "oneself" },
  "/interests/:interest/amend": { ...nobody({ interest: "none" }), absent: true },
  "/interests/:interest/end": { ...nobody({ interest: "none" }), absent: true },
  "/interests/register": nobody(),
  "/interests/register/:place": { about: "nobody", fill: ({ pct }) => ({ place: pct }) },
  "/interests/register/:place/:person/:item/redact": {
    about: "pct",
    fill: ({ pct }, { declarationOf }) => ({ place: pct, ...declarationOf(pct) }),
  },
  "/record": nobody(),
  "/record/event/:seq": { ...nobody({ seq: "999999999" }), absent: true },
  "/record/export/csv": nobody(),
  "/record/export/jsonl": nobody(),
  "/record/digests": nobody(),
  "/registers": nobody(),
  "/registers/data-use": nobody(),
  "/registers/rules": nobody(),
  "/lists/:practice": { about: "practice", fill: ({ practice }) => ({ practice }) },
  "/need/:practice": { about: "practice", fill: ({ practice }) => ({ practice }) },
};
